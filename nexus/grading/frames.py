"""Messages over a socket: each is a list of byte strings, with lengths before them and a bound on the whole."""

import contextlib
import os
import signal
import socket
import struct
import time

LIMIT = 17 * 2**20  # bytes; a little more than the largest value on the wire
_NUMBER = struct.Struct("!I")


class Ended(ConnectionError):
    """The other side has gone, or what came is no message."""


def pack(*parts):
    """One byte string from several."""
    return b"".join(piece for part in parts for piece in (_NUMBER.pack(len(part)), part))


def unpack(data):
    """The byte strings of `pack`; Ended where the lengths do not fit."""
    parts, place = [], 0
    while place < len(data):
        if place + 4 > len(data):
            raise Ended("broken message")
        (length,) = _NUMBER.unpack_from(data, place)
        place += 4 + length
        if place > len(data):
            raise Ended("broken message")
        parts.append(data[place - length : place])
    return parts


def send(connection, *parts):
    """Send one message; Ended if nobody is there, TimeoutError by the socket's timeout."""
    body = pack(*parts)
    try:
        connection.sendall(_NUMBER.pack(len(body)) + body)
    except (BrokenPipeError, ConnectionResetError) as error:
        raise Ended(str(error)) from None


def receive(connection):
    """The next message as a list of byte strings; Ended, or TimeoutError by the socket's timeout."""
    (length,) = _NUMBER.unpack(_exactly(connection, 4))
    if length > LIMIT:
        raise Ended("message too long")
    return unpack(_exactly(connection, length))


def _exactly(connection, count):
    pieces, missing = [], count
    while missing:
        try:
            piece = connection.recv(min(missing, 1 << 20))
        except ConnectionResetError as error:
            raise Ended(str(error)) from None
        if not piece:
            raise Ended("closed")
        pieces.append(piece)
        missing -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def pair():
    """Two connected sockets for messages."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)


def serve(control, program):
    """Fork `program(socket)` for each b"F" that comes with a socket, end one for each b"K" and its number.

    For a warm process: until b"Q", or until the other side goes away.
    """
    control.settimeout(None)
    while True:
        word, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if word == b"F":
            connection = socket.socket(fileno=descriptors[0])
            pid = os.fork()
            if pid == 0:
                control.close()
                try:
                    program(connection)
                finally:
                    os._exit(0)
            connection.close()
            send(control, str(pid).encode())
        elif word == b"K":
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(receive(control)[0]), signal.SIGKILL)
        else:  # b"Q", or nobody is there any more
            return leave(control, word)


def leave(control, word):
    """Answer b"Q" with the CPU seconds of this process and of all that it started; they are leaving too."""
    if word != b"Q":
        return
    with contextlib.suppress(ChildProcessError, Ended):
        until = time.monotonic() + 1
        while time.monotonic() < until:
            if not os.waitpid(-1, os.WNOHANG)[0]:
                time.sleep(0.005)
    import resource  # Windows has none

    used = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    with contextlib.suppress(Ended):
        send(control, f"{used:.3f}".encode())
