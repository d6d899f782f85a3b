"""A headless Chromium that opens pages and runs scripts in them, over its debugging protocol; nothing else is needed for it."""
import base64, json, os, shutil, socket, struct, subprocess, tempfile, time, urllib.request

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Browser:
    def __init__(self, token):
        self.token, self.number = token, 0
        self.program = next(filter(None, map(shutil.which, NAMES)), None)
        self.there = self.program is not None

    def __enter__(self):
        if not self.there:
            return self
        self.folder = tempfile.mkdtemp()
        words = [self.program, "--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + self.folder, "--window-size=1440,900",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "about:blank"]
        if os.getuid() == 0:
            words.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = self.until(lambda: open(self.folder + "/DevToolsActivePort").readline().strip())
        pages = self.until(lambda: [one for one in json.load(urllib.request.urlopen("http://127.0.0.1:%s/json" % port)) if one["type"] == "page"])
        path = pages[0]["webSocketDebuggerUrl"].split("/", 3)[3]
        self.socket = socket.create_connection(("127.0.0.1", int(port)))
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(("GET /%s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n" % (path, port, key)).encode())
        self.stream = self.socket.makefile("rb")
        while self.stream.readline().strip():
            pass
        self.call("Network.enable")
        self.call("Network.setExtraHTTPHeaders", headers={"Authorization": "Bearer " + self.token})
        return self

    def __exit__(self, *trouble):
        if self.there:
            self.process.terminate()
            self.process.wait()
            shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def until(there):
        for _ in range(300):
            try:
                found = there()
                if found:
                    return found
            except (OSError, ValueError):
                pass
            time.sleep(0.1)
        raise TimeoutError("the browser does not start")

    def call(self, method, **words):
        self.number += 1
        text = json.dumps({"id": self.number, "method": method, "params": words}).encode()
        size = struct.pack("!B", 0x80 | len(text)) if len(text) < 126 else struct.pack("!BH", 0xFE, len(text))
        self.socket.sendall(b"\x81" + size + b"\0\0\0\0" + text)
        while True:
            told = json.loads(self.frame())
            if told.get("id") == self.number:
                if "error" in told:
                    raise RuntimeError(told["error"])
                return told["result"]

    def frame(self):
        text = b""
        while True:
            first, size = self.stream.read(2)
            size &= 127
            if size > 125:
                size = int.from_bytes(self.stream.read(2 if size == 126 else 8), "big")
            text += self.stream.read(size)
            if first & 128:
                return text

    def run(self, script):
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"])
        return told["result"].get("value")

    def open(self, address, ready):
        """Seconds until a page says that it is ready."""
        began = time.perf_counter()
        self.call("Page.navigate", url=address)
        while not self.run(ready):
            if time.perf_counter() - began > 60:
                raise TimeoutError(address)
        return time.perf_counter() - began
