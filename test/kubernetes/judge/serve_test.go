package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestServeAnswersInOrder(t *testing.T) {
	const n = 500
	var in strings.Builder
	for i := range n {
		op := "quantity"
		if i%7 == 0 {
			op = "fields" // slow, so that others would overtake it
		}
		fmt.Fprintf(&in, `{"id":%d,"op":%q,"text":"%dMi"}`+"\n", i, op, i)
	}
	var together sync.WaitGroup
	for range 2 {
		together.Go(func() {
			var out bytes.Buffer
			if err := serve(strings.NewReader(in.String()), &out); err != nil {
				t.Error(err)
			}
			lines := bytes.Split(bytes.TrimSuffix(out.Bytes(), []byte("\n")), []byte("\n"))
			if len(lines) != n {
				t.Fatalf("%d lines", len(lines))
			}
			for i, line := range lines {
				if !bytes.HasPrefix(line, fmt.Appendf(nil, `{"id":%d,`, i)) {
					t.Errorf("line %d: %.100s", i, line)
				}
			}
		})
	}
	together.Wait()
}

func TestServeTakesEachLineAsAQuestion(t *testing.T) {
	long := `{"id":2,"op":"check","text":"` + strings.Repeat("#", 2<<20) + `"}`
	tooLong := strings.Repeat("x", longest+1)
	in := "\n" + `{"id":"a","op":"quantity","text":"1"}` + "\r\n" + long + "\n" + tooLong + "\n" + `{"id":[3],"op":"quantity","text":"1"}`
	var out bytes.Buffer
	if err := serve(strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`{"id":null,"error":"a question is a JSON object on one line"}`,
		`{"id":"a","canonical":"1","milli":"1000"}`,
		`{"id":2,"error":"one document expected, got 0"}`,
		`{"id":null,"error":"a line of more than 67108864 bytes"}`,
		`{"id":[3],"canonical":"1","milli":"1000"}`,
	}
	sameStrings(t, "answers", strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n"), want...)
}
