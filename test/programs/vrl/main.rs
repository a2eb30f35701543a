//! Compiles VRL programs with Vector's functions and runs them on events: a list of programs as JSON in, a list of verdicts out.

use std::io;

use serde_json::{json, Value as Json};
use vrl::compiler::state::RuntimeState;
use vrl::compiler::{Context, Program, TargetValue, TimeZone};
use vrl::diagnostic::Formatter;
use vrl::value::{KeyString, ObjectMap, Secrets, Value};

fn main() {
    let requests: Vec<Json> = serde_json::from_reader(io::stdin()).expect("a list of programs");
    let verdicts: Vec<Json> = requests.iter().map(verdict).collect();
    println!("{}", Json::Array(verdicts));
}

fn verdict(request: &Json) -> Json {
    let source = request["source"].as_str().expect("the source of a program");
    let functions = vrl::stdlib::all();
    match vrl::compiler::compile(source, &functions) {
        Err(diagnostics) => json!({ "error": Formatter::new(source, diagnostics).to_string() }),
        Ok(result) => {
            let warnings = (!result.warnings.is_empty()).then(|| Formatter::new(source, result.warnings).to_string());
            let events = request["events"].as_array().cloned().unwrap_or_default();
            let runs: Vec<Json> = events.into_iter().map(|event| run(&result.program, event)).collect();
            json!({ "warnings": warnings, "runs": runs })
        }
    }
}

/// What becomes of one event and its metadata, and what the program says last: the answer of a condition.
fn run(program: &Program, event: Json) -> Json {
    let metadata = event.get("metadata").cloned().unwrap_or(json!({}));
    let mut target = TargetValue {
        value: Value::from(event["event"].clone()),
        metadata: Value::from(metadata),
        secrets: Secrets::default(),
    };
    let (mut state, timezone) = (RuntimeState::default(), TimeZone::default());
    let answer = program.resolve(&mut Context::new(&mut target, &mut state, &timezone));
    let mut outcome = ObjectMap::new();
    outcome.insert(KeyString::from("event"), target.value);
    outcome.insert(KeyString::from("metadata"), target.metadata);
    match answer {
        Ok(value) => outcome.insert(KeyString::from("answer"), value),
        Err(error) => outcome.insert(KeyString::from("failure"), Value::from(error.to_string())),
    };
    serde_json::to_value(Value::Object(outcome)).expect("an event as JSON")
}
