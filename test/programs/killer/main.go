// Command killer runs a program and kills it, with all that it has started, before its n-th stop at a system call: killer N PROGRAM ARGUMENT….
// With 0 nothing is killed. It prints how many stops there were, two for most system calls, and ends as the program did.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"

	"golang.org/x/sys/unix"
)

const follow = unix.PTRACE_O_TRACESYSGOOD | unix.PTRACE_O_TRACEFORK | unix.PTRACE_O_TRACEVFORK | unix.PTRACE_O_TRACECLONE | unix.PTRACE_O_TRACEEXEC | unix.PTRACE_O_EXITKILL

func main() {
	code, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "killer:", err)
		code = 125
	}
	os.Exit(code)
}

func run() (int, error) {
	last, err := strconv.Atoi(os.Args[1])
	if err != nil {
		return 0, err
	}
	// Only the thread that started a program may trace it.
	runtime.LockOSThread()
	command := exec.Command(os.Args[2], os.Args[3:]...)
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	command.SysProcAttr = &unix.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := command.Start(); err != nil {
		return 0, err
	}
	group := command.Process.Pid
	var status unix.WaitStatus
	if _, err := unix.Wait4(group, &status, 0, nil); err != nil {
		return 0, err
	}
	if err := unix.PtraceSetOptions(group, follow); err != nil {
		return 0, err
	}
	code, stops := trace(group, last)
	fmt.Println(stops)
	return code, nil
}

// trace lets the group run from one system call to the next until all of it has ended.
func trace(group, last int) (code, stops int) {
	started := map[int]bool{group: true}
	_ = unix.PtraceSyscall(group, 0)
	for {
		var status unix.WaitStatus
		pid, err := unix.Wait4(-1, &status, unix.WALL, nil)
		if err != nil {
			return code, stops
		}
		switch {
		case status.Exited() || status.Signaled():
			if pid == group {
				code = status.ExitStatus()
				if status.Signaled() {
					code = 128 + int(status.Signal())
				}
			}
			continue
		case !status.Stopped():
			continue
		}
		signal := int(status.StopSignal())
		switch {
		case signal == int(unix.SIGTRAP)|0x80:
			stops++
			if stops == last {
				_ = unix.Kill(-group, unix.SIGKILL)
			}
			signal = 0
		case signal == int(unix.SIGTRAP), signal == int(unix.SIGSTOP) && !started[pid]:
			signal = 0
		}
		started[pid] = true
		_ = unix.PtraceSyscall(pid, signal)
	}
}
