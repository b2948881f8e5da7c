"""Stands for a worker process of a warm command: hands its pipes to a forked one, and lives as long as that does.

Whoever kills this kills that one too. It imports next to nothing, as starting it is what is to be cheap.
"""

import json
import os
import signal
import socket
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a worker that is interrupted says nothing either
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(sys.argv[1])
        asked = json.dumps({"cwd": os.getcwd(), "environment": dict(os.environ)}).encode() + b"\n"  # noqa: PTH109
        socket.send_fds(connection, [asked], [0, 1])
        for number in (0, 1):
            os.close(number)
        connection.recv(1)  # nothing comes: it ends as the other ends
