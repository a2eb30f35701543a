package main

import "testing"

func containing(resources map[string]any) func(spec, pod map[string]any) {
	return func(_, pod map[string]any) { container(pod)["resources"] = resources }
}

func limitRange(items ...any) map[string]any {
	return map[string]any{"metadata": map[string]any{"name": "range"}, "spec": map[string]any{"limits": items}}
}

func quota(hard map[string]any, more map[string]any) map[string]any {
	spec := map[string]any{"hard": hard}
	for name, value := range more {
		spec[name] = value
	}
	return map[string]any{"metadata": map[string]any{"name": "quota"}, "spec": spec}
}

func limits(t *testing.T, set map[string]any, ranges, quotas []any) limitsVerdict {
	t.Helper()
	return ask[limitsVerdict](t, "limits", map[string]any{"daemonSet": set, "limitRanges": ranges, "resourceQuotas": quotas})
}

func TestALimitRangeFillsInAndRefuses(t *testing.T) {
	v := limits(t, daemonSet(t), []any{limitRange(map[string]any{"type": "Container", "max": map[string]any{"cpu": "1"}, "min": map[string]any{"memory": "1Mi"}})}, nil)
	cpu, memory := v.Containers[0].Limits["cpu"], v.Containers[0].Requests["memory"]
	if !v.Accepted || cpu.String() != "1" || memory.String() != "1Mi" {
		t.Errorf("what is missing: %+v", v)
	}
	v = limits(t, daemonSet(t, containing(map[string]any{"requests": map[string]any{"cpu": "2"}})),
		[]any{limitRange(map[string]any{"type": "Container", "default": map[string]any{"cpu": "1"}})}, nil)
	sameStrings(t, "a default below the request", fieldsOf(v.Errors), "spec.containers[0].resources.requests")

	v = limits(t, daemonSet(t), []any{limitRange(map[string]any{"type": "Pod", "max": map[string]any{"cpu": "1"}, "min": map[string]any{"memory": "1Mi"}})}, nil)
	if v.Accepted || v.Errors != nil {
		t.Errorf("%+v", v)
	}
	sameStrings(t, "reasons", v.LimitRanges[0].Reasons,
		"maximum cpu usage per Pod is 1.  No limit is specified", "minimum memory usage per Pod is 1Mi.  No request is specified")
}

func TestAQuotaDemandsAndEnds(t *testing.T) {
	half := daemonSet(t, containing(map[string]any{"requests": map[string]any{"cpu": "500m"}}))
	hard := map[string]any{"limits.cpu": "1", "cpu": "400m"}
	v := limits(t, half, nil, []any{quota(hard, nil)})
	sameStrings(t, "reasons", v.ResourceQuotas[0].Reasons, "failed quota: quota: must specify limits.cpu for: agent")

	v = limits(t, half, []any{limitRange(map[string]any{"type": "Container", "default": map[string]any{"cpu": "1"}})}, []any{quota(hard, nil)})
	sameStrings(t, "reasons", v.ResourceQuotas[0].Reasons, "exceeded quota: quota, requested: cpu=500m, used: cpu=0, limited: cpu=400m")

	if v = limits(t, half, nil, []any{quota(map[string]any{"pods": "0"}, map[string]any{"scopes": []any{"BestEffort"}})}); !v.Accepted {
		t.Errorf("a quota for others: %+v", v)
	}
	full := quota(map[string]any{"pods": "2"}, nil)
	full["status"] = map[string]any{"used": map[string]any{"pods": "2"}}
	v = limits(t, half, nil, []any{full})
	sameStrings(t, "reasons", v.ResourceQuotas[0].Reasons, "exceeded quota: quota, requested: pods=1, used: pods=2, limited: pods=2")
}
