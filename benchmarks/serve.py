"""Asks a service over HTTP at a steady rate, and prints percentiles of the time from when each request was due.

    serve.py PORT RATE SECONDS BITEXT
"""
import http.client
import json
import sys
import threading
import time

PORT, RATE, SECONDS = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
with open(sys.argv[4], encoding="utf-8") as text:
    PAIRS = [line.rstrip("\n").split(" ||| ") for line in text]
CONNECTIONS = 16

times: list[float] = []
lock = threading.Lock()
numbers = iter(range(int(RATE * SECONDS)))
start = time.perf_counter() + 0.5


def ask() -> None:
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    while True:
        with lock:
            number = next(numbers, None)
        if number is None:
            return
        due = start + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        source, target = PAIRS[number % len(PAIRS)]
        body = json.dumps({"source": source, "target": target})
        connection.request("POST", "/align", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        assert response.status == 200, response.status
        with lock:
            times.append(time.perf_counter() - due)


threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
times.sort()
at = {share: 1000 * times[min(len(times) - 1, len(times) * share // 100)] for share in (50, 90, 99)}
print("| requests | median ms | 90% | 99% | longest |")
print("| ---: | ---: | ---: | ---: | ---: |")
print(f"| {len(times)} | {at[50]:.1f} | {at[90]:.1f} | {at[99]:.1f} | {1000 * times[-1]:.1f} |")
