package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
)

func nc(args []string) error {
	// It has no handler of its own there, and so the first process of a container goes on.
	if os.Getpid() == 1 {
		signal.Ignore(syscall.SIGTERM)
	}
	var flags, port string
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		option := args[0]
		args = args[1:]
		switch {
		case option == "-p" && len(args) > 0:
			port, args = args[0], args[1:]
		case option == "-e" && len(args) > 0:
			if !strings.Contains(flags, "l") || !strings.Contains(flags, "k") {
				return fmt.Errorf("-e is for -lk here")
			}
			return listen(port, args)
		case strings.Trim(option, "-lk") == "":
			flags += option
		default:
			return fmt.Errorf("unrecognized option: %s", option)
		}
	}
	if len(args) != 2 {
		return fmt.Errorf("a host and a port are needed")
	}
	return connect(net.JoinHostPort(args[0], args[1]))
}

// listen gives each connection to a process of its own, several at a time.
func listen(port string, program []string) error {
	listener, err := net.Listen("tcp", ":"+port)
	if err != nil {
		return err
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		file, err := conn.(*net.TCPConn).File()
		if err != nil {
			return err
		}
		_ = conn.Close()
		command := exec.Command(program[0], program[1:]...)
		command.Stdin, command.Stdout, command.Stderr = file, file, os.Stderr
		if err := command.Start(); err != nil {
			fmt.Fprintln(os.Stderr, "nc:", err)
		} else {
			go func() { _ = command.Wait() }()
		}
		_ = file.Close()
	}
}

// connect sends what stands on the input, and ends when the other side has closed.
func connect(address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(conn, os.Stdin)
		_ = conn.(*net.TCPConn).CloseWrite()
	}()
	_, err = io.Copy(os.Stdout, conn)
	return err
}
