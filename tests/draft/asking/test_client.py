import subprocess
import sys

import pytest

from pipeline.config import Settings
from pipeline.draft.asking.client import build_client
from pipeline.errors import SetupError


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_without_key_and_server_there_is_no_client():
    with pytest.raises(SetupError) as caught:
        build_client(Settings(model="m"))
    assert caught.value.kind == "no_key"


def test_a_server_of_ones_own_needs_no_key():
    client = build_client(Settings(model="m", OPENAI_BASE_URL="http://127.0.0.1:1/v1"))
    assert str(client.base_url) == "http://127.0.0.1:1/v1/"
    assert client.max_retries == 0


def test_with_a_key_and_no_server_it_is_openai_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch):
    settings = Settings(model="m", OPENAI_API_KEY="sk-x", request_timeout=7)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere.example/v1")
    client = build_client(settings)
    assert client.base_url.host == "api.openai.com"
    assert client.timeout == 7


def test_the_sdk_is_not_imported_before_it_is_needed():
    rooms = "pipeline.draft.model, pipeline.draft.asking.client, pipeline.draft.offline"
    code = f"import sys, {rooms}; print('openai' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


@pytest.mark.parametrize("address", ["http://x:port/v1", "https://[::::1]/v1"])
def test_an_address_that_is_none_stops_before_any_paper_fails_of_it(address: str):
    with pytest.raises(SetupError) as caught:
        build_client(Settings(model="m", OPENAI_BASE_URL=address))
    assert caught.value.kind == "bad_base_url"
