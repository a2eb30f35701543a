package main

import (
	"strings"
	"testing"
)

func TestCheckAcceptsWhatTheServerAccepts(t *testing.T) {
	for name, text := range map[string]string{
		"ConfigMap":            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: v}",
		"Service":              "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}",
		"headless Service":     "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: None, ports: [{port: 80}]}",
		"node port Service":    "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort, ports: [{port: 80}]}",
		"external Service":     "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ExternalName, externalName: b.c}",
		"ServiceAccount":       "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}",
		"Role":                 "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: [{apiGroups: [''], resources: [pods], verbs: [get]}]",
		"ClusterRole":          "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}",
		"RoleBinding":          "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: b}",
		"ClusterRoleBinding":   "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: b}",
		"Namespace":            "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}",
		"NetworkPolicy":        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}}",
		"ResourceQuota":        "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {hard: {pods: '10'}}",
		"CSIDriver":            "apiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: {name: a.b}\nspec: {attachRequired: false}",
		"Deployment":           "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}",
		"StatefulSet":          "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}",
		"Job":                  "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}",
		"CronJob":              "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: '0 3 * * *', jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}}",
		"Pod":                  "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: i}]}",
		"Secret":               "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {k: v}",
		"LimitRange":           "apiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: Container, default: {cpu: 1}}]}",
		"IngressClass":         "apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: a}\nspec: {controller: example.com/a}",
		"PriorityClass":        "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: a}\nvalue: 1000",
		"a name to generate":   "apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}",
		"JSON in text":         `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}`,
		"comment and dashes":   "# words\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n",
		"a needless namespace": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, namespace: b}",
	} {
		if v := ask[verdict](t, "check", map[string]any{"text": text}); !v.Accepted {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestCheckRefusesAtTheExactField(t *testing.T) {
	for field, edit := range map[string]func(spec, pod map[string]any){
		"spec.template.metadata.labels":    func(spec, _ map[string]any) { spec["selector"] = labelled("app", "other") },
		"spec.template.spec.restartPolicy": func(_, pod map[string]any) { pod["restartPolicy"] = "Never" },
		"spec.template.spec.containers":    func(_, pod map[string]any) { pod["containers"] = []any{} },
		"spec.template.spec.containers[0].ports[0].containerPort": func(_, pod map[string]any) {
			container(pod)["ports"] = []any{map[string]any{"containerPort": 70000}}
		},
		"spec.template.spec.containers[0].volumeMounts[0].name": func(_, pod map[string]any) {
			container(pod)["volumeMounts"] = []any{map[string]any{"name": "none", "mountPath": "/x"}}
		},
		"spec.updateStrategy.rollingUpdate.maxSurge": func(spec, _ map[string]any) {
			spec["updateStrategy"] = map[string]any{"rollingUpdate": map[string]any{"maxSurge": 1}}
		},
	} {
		v := ask[verdict](t, "check", map[string]any{"object": daemonSet(t, edit)})
		sameStrings(t, field, fieldsOf(v.Errors), field)
		if v.Accepted || v.Stage != "validate" || v.Defaulted != nil || v.Pod != nil {
			t.Errorf("%s: %+v", field, v)
		}
	}
}

func TestCheckNamesUnknownAndDuplicateFields(t *testing.T) {
	v := ask[verdict](t, "check", map[string]any{"text": `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","nam":"b"},"data":{},"data":{}}`})
	sameStrings(t, "decode errors", v.DecodeErrors, `unknown field "metadata.nam"`, `duplicate field "data"`)
	v = ask[verdict](t, "check", map[string]any{"object": daemonSet(t, func(spec, _ map[string]any) { spec["selector"] = 7 })})
	if v.Stage != "decode" || len(v.DecodeErrors) != 1 {
		t.Errorf("%+v", v)
	}
}

func TestCheckTellsWarnings(t *testing.T) {
	v := ask[verdict](t, "check", map[string]any{"object": daemonSet(t, func(_, pod map[string]any) {
		pod["nodeSelector"] = map[string]any{"beta.kubernetes.io/os": "linux"}
	})})
	if !v.Accepted || len(v.Warnings) != 1 || !strings.Contains(v.Warnings[0], "deprecated") {
		t.Errorf("%+v", v)
	}
}

func labelled(key, value string) map[string]any {
	return map[string]any{"matchLabels": map[string]any{key: value}}
}
