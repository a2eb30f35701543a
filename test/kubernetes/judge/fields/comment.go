package fields

import "strings"

// directive finds "+name=value" in a field's comment; the first one counts.
func directive(comment, name string) string {
	if all := directives(comment, name); len(all) > 0 {
		return all[0]
	}
	return ""
}

func directives(comment, name string) []string {
	var values []string
	for line := range strings.Lines(comment) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if strings.EqualFold(key, "+"+name) && value != "" && !strings.HasPrefix(value, "+") {
			values = append(values, value)
		}
	}
	return values
}

// listType tells how server-side apply merges a list: "atomic", "set" or "map by key,key".
func listType(comment string) string {
	kind := directive(comment, "listType")
	if kind != "map" {
		return kind
	}
	return "map by " + strings.Join(directives(comment, "listMapKey"), ",")
}
