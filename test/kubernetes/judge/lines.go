package main

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
)

const longest = 64 << 20

// line is a question's text, or only the knowledge that it was too long.
type line struct {
	text    []byte
	tooLong bool
}

func (l line) answer() []byte {
	if l.tooLong {
		return failure(nil, fmt.Errorf("a line of more than %d bytes", longest))
	}
	return answer(l.text)
}

// readLine fails only where nothing is left. What follows the last newline is a line if it is not empty.
func readLine(r *bufio.Reader) (line, error) {
	var l line
	for {
		part, err := r.ReadSlice('\n')
		if len(l.text)+len(part) > longest {
			l = line{tooLong: true}
		}
		if !l.tooLong {
			l.text = append(l.text, part...)
		}
		switch {
		case err == nil:
			l.text = bytes.TrimRight(l.text, "\r\n")
			return l, nil
		case err == bufio.ErrBufferFull:
			l.text = slices.Grow(l.text, len(l.text))
		case len(l.text) > 0 || l.tooLong:
			return l, nil
		default:
			return l, err
		}
	}
}
