// Command tcp has both ends of a connection, for tests of where connections lead.
//
//	nc HOST PORT, nc -lk -p PORT -e PROGRAM ARGUMENT…   as the nc of Alpine, for what it has of its options
//	tcp serve ADDRESS NAME                              tells whoever connects its name and his address; ends at once when it is told to
//	tcp ask ADDRESS MILLISECONDS COUNT                  connects so often, or until it is told to end, and prints for each connection when it began and who was there
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"
)

func main() {
	if filepath.Base(os.Args[0]) == "nc" {
		end(nc(os.Args[1:]))
	}
	switch os.Args[1] {
	case "serve":
		end(serve(os.Args[2], os.Args[3]))
	case "ask":
		end(ask(os.Args[2], os.Args[3], os.Args[4]))
	}
	end(fmt.Errorf("unknown command %q", os.Args[1]))
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, filepath.Base(os.Args[0])+":", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serve(address, name string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		_, _ = io.WriteString(conn, name+" "+conn.RemoteAddr().(*net.TCPAddr).IP.String())
		_ = conn.Close()
	}
}

// Less than the second after which a first packet is sent again: each connection is one try at one moment.
const patience = 900 * time.Millisecond

func ask(address, every, count string) error {
	pause, err := strconv.ParseFloat(every, 64)
	if err != nil {
		return err
	}
	tries, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	var waiting sync.WaitGroup
	ticker := time.NewTicker(time.Duration(pause * float64(time.Millisecond)))
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	for range tries {
		select {
		case <-ticker.C:
		case <-ended:
			waiting.Wait()
			return nil
		}
		waiting.Add(1)
		go func() {
			defer waiting.Done()
			began := time.Now()
			name, err := who(address)
			if err != nil {
				name = "!" + err.Error()
			}
			// One write a line: the lines of others do not come between.
			_, _ = os.Stdout.WriteString(fmt.Sprintf("%.3f %s\n", float64(began.UnixMicro())/1000, name))
		}()
	}
	waiting.Wait()
	return nil
}

func who(address string) (string, error) {
	conn, err := net.DialTimeout("tcp", address, patience)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	name, err := io.ReadAll(conn)
	if err == nil && len(name) == 0 {
		err = io.ErrUnexpectedEOF
	}
	return string(name), err
}
