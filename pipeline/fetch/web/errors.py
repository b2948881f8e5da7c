"""How a request over the network can fail, by name."""

from typing import Final

from pipeline.errors import AttemptError, FetchError, Who

ASK_AGAIN: Final = "Ask again later; the next run does so by itself."
ASK_DOCTOR: Final = "`layline doctor` says what can be reached."


class WebError(AttemptError, FetchError):
    """A request that gave no usable reply.

    Kinds: `unreachable`, `timeout`, `cut_off`, `rate_limited`, `server_error`, `forbidden`, `too_large`,
    `redirects`, `address_refused`, `bad_reply` (not what the service documents). Where the service asked for a
    wait, `retry_after` is that in seconds.
    """

    kind = "web"


def bad_reply(service: str, what: str) -> WebError:
    """The service answered with something that its documentation does not know."""
    return WebError(
        f"{service} answered with {what}",
        kind="bad_reply",
        who=Who.PIPELINE,
        remedy=f"{ASK_AGAIN} If it stays so, look at the service's own status page.",
    )
