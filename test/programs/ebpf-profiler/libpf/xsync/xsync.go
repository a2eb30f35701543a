// Package xsync stands in like libpf, but does what it says.
package xsync

import "sync"

// RWMutex is a value behind a lock.
type RWMutex[T any] struct {
	guarded T
	lock    sync.RWMutex
}

func NewRWMutex[T any](guarded T) RWMutex[T] { return RWMutex[T]{guarded: guarded} }

func (m *RWMutex[T]) WLock() *T {
	m.lock.Lock()
	return &m.guarded
}

func (m *RWMutex[T]) WUnlock(ref **T) {
	*ref = nil
	m.lock.Unlock()
}
