package fields

import (
	"fmt"
	"reflect"
	"strings"
)

var hasSuffix = strings.HasSuffix

// Of walks a Go type in declaration order.
func Of(t reflect.Type) []Field {
	var rows []Field
	reflectStruct(t, "", func(f Field) { rows = append(rows, f) })
	return rows
}

func reflectStruct(t reflect.Type, path string, add func(Field)) {
	for f := range structFields(t) {
		name, inline := jsonName(f.Tag, f.Anonymous)
		switch at := join(path, name); {
		case inline:
			reflectStruct(deref(f.Type), path, add)
		case name != "-" && !skipped(at):
			reflectValue(deref(f.Type), Field{Path: at, MergeKey: f.Tag.Get("patchMergeKey")}, add)
		}
	}
}

func structFields(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// reflectValue adds the row of a value and what lies below it.
func reflectValue(t reflect.Type, row Field, add func(Field)) {
	row.Type = typeName(t)
	add(row)
	switch row.Type {
	case "object":
		reflectStruct(t, row.Path, add)
	case "list":
		reflectElement(deref(t.Elem()), row.Path+"[]", add)
	case "map":
		reflectElement(deref(t.Elem()), row.Path+"{}", add)
	}
}

// reflectElement gives no row of its own to an object: its fields follow anyway.
func reflectElement(t reflect.Type, path string, add func(Field)) {
	if typeName(t) == "object" {
		reflectStruct(t, path, add)
		return
	}
	reflectValue(t, Field{Path: path}, add)
}

func typeName(t reflect.Type) string {
	if leaf, ok := leaves[t.PkgPath()+"."+t.Name()]; ok {
		return leaf
	}
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int32, reflect.Int64:
		return t.Kind().String()
	case reflect.Struct:
		return "object"
	case reflect.Map:
		return "map"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "list"
	}
	panic(fmt.Sprintf("no name for the type %v", t))
}

// jsonName tells the name of a struct field, or that its own fields take its place.
func jsonName(tag reflect.StructTag, embedded bool) (name string, inline bool) {
	name, _, _ = strings.Cut(tag.Get("json"), ",")
	return name, embedded && name == ""
}

func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
