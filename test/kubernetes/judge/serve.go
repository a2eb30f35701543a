package main

import (
	"bufio"
	"io"
	"runtime"
)

// serve answers each line with one line, in order, and works on a few at the same time.
func serve(in io.Reader, out io.Writer) error {
	pending := make(chan chan []byte, 2*runtime.GOMAXPROCS(0))
	go func() {
		defer close(pending)
		lines := bufio.NewReaderSize(in, 1<<16)
		for {
			line, err := readLine(lines)
			if err != nil {
				return
			}
			slot := make(chan []byte, 1)
			pending <- slot
			go func() { slot <- line.answer() }()
		}
	}()
	w := bufio.NewWriterSize(out, 1<<16)
	for slot := range pending {
		if _, err := w.Write(append(<-slot, '\n')); err != nil {
			return err
		}
		if len(pending) > 0 {
			continue
		}
		if err := w.Flush(); err != nil { // nobody shall wait for the next question
			return err
		}
	}
	return w.Flush()
}
