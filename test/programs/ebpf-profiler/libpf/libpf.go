// Package libpf stands in for that of the profiler, which the Go proxy here lacks. The exporter elasticsearch imports it
// for profiles alone, of which no pipeline here has any: what it asks of it has the types, and does nothing.
package libpf

import "errors"

var errStandIn = errors.New("profiles cannot be exported: ebpf-profiler is a stand-in")

// FileID names an executable.
type FileID [16]byte

// AddressOrLineno is where a frame is.
type AddressOrLineno uint64

// FrameType says how a frame was unwound.
type FrameType uint8

func NewFileID(hi, lo uint64) FileID               { return FileID{} }
func FileIDFromBytes(bytes []byte) (FileID, error) { return FileID{}, errStandIn }
func FileIDFromString(id string) (FileID, error)   { return FileID{}, errStandIn }
func FrameTypeFromString(name string) FrameType    { return 0 }

func (kind FrameType) IsError() bool { return false }

func (id FileID) Base64() string { return "" }
func (id FileID) Bytes() []byte  { return id[:] }
func (id FileID) IsZero() bool   { return id == FileID{} }
