"""A loopback web site for tests: fixed answers by path, robots.txt among them."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.loopback.threaded_server import ThreadedServer


@dataclass(frozen=True)
class Served:
    """What one path is answered with."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str = ""


@dataclass
class SiteServer(ThreadedServer):
    """Any other path gets 404. `asked` holds the paths in the order of asking, `agents` who asked."""

    pages: dict[str, Served] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        """The address, without a final slash."""
        return f"http://{self.host}"

    @property
    def settings(self) -> str:
        """Lines of `layline.toml` by which this server may be asked."""
        return f'contact = "editor@example.org"\nallowed_local_servers = ["{self.host}"]\nfetch_retry_for = 0.0\n'

    def sitemap(self, *paths: str) -> bytes:
        """A sitemap of these paths (or whole addresses)."""
        return self._listing("urlset", "url", paths)

    def index(self, *paths: str) -> bytes:
        """An index of these sitemaps."""
        return self._listing("sitemapindex", "sitemap", paths)

    def _listing(self, root: str, entry: str, paths: tuple[str, ...]) -> bytes:
        full = (path if "://" in path else f"{self.url}{path}" for path in paths)
        entries = "".join(f"<{entry}>\n<loc>{address}</loc></{entry}>\n" for address in full)
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return f"{head}{entries}</{root}>".encode()

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """Answers from `pages`."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                served = site.pages.get(self.path, Served(b"nothing here", "text/plain", 404))
                self.send_response(served.status)
                self.send_header("Content-Type", served.media_type)
                self.send_header("Content-Length", str(len(served.body)))
                if served.location:
                    self.send_header("Location", served.location)
                self.end_headers()
                self.wfile.write(served.body)

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's word
                """Say nothing."""

        return Handler
