// Package fields lists every field path of a kind, as Kubernetes serializes it,
// and tells since which minor each path exists and when it is on by default.
package fields

// Field is one row of the table.
type Field struct {
	Path string `json:"path"` // "spec.a.b[].c{}": [] is a list element, {} a map value
	Type string `json:"type"` // string bool int32 int64 intOrString quantity time object list map bytes any

	List     string `json:"list,omitempty"`     // "atomic", "set", "map by name"
	MergeKey string `json:"mergeKey,omitempty"` // of a strategic merge patch
	Since    string `json:"since,omitempty"`    // first minor with the field; FirstMinor also stands for all before
	Gate     string `json:"gate,omitempty"`     // feature gate without which the API server drops the field
	Enabled  string `json:"enabled,omitempty"`  // first minor with that gate on by default
}

// Table is the whole of it.
type Table struct {
	Kubernetes string             `json:"kubernetes"`
	Kinds      map[string][]Field `json:"kinds"` // by "apps/v1 DaemonSet"
}

// leaves are the Go types that serialize otherwise than their structure says.
var leaves = map[string]string{
	"k8s.io/apimachinery/pkg/api/resource.Quantity":   "quantity",
	"k8s.io/apimachinery/pkg/util/intstr.IntOrString": "intOrString",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Time":       "time",
	"k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":  "time",
	"k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":   "any",
	"k8s.io/apimachinery/pkg/runtime.RawExtension":    "any",
}

// skipped paths are the server's to write.
func skipped(path string) bool {
	return path == "status" || path == "metadata.managedFields" || hasSuffix(path, ".metadata.managedFields")
}
