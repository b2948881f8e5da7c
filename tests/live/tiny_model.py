"""Writes a GGUF file with random weights: `PYTHON tests/live/tiny_model.py FILE`, by a Python that has `gguf`.

The model is a llama of one block whose tokens are the 256 bytes. It knows nothing; it leans towards closing strings,
lists and objects, so that some of its replies under a grammar come to their end and are junk of the right shape.
"""

import sys
from typing import Any, Final

import gguf
import numpy as np

WIDTH: Final = 32
HEADS: Final = 2
FEED: Final = 64
CONTEXT: Final = 65_536
SPECIAL: Final = (b"<unk>", b"<s>", b"</s>")
LEANINGS: Final = {b'"': 1.1, b"]": 0.8, b"}": 0.8}


def write(path: str, seed: int = 7) -> None:
    writer = gguf.GGUFWriter(path, "llama")
    _add_shape(writer)
    _add_vocabulary(writer)
    for name, value in _tensors(np.random.default_rng(seed)).items():
        writer.add_tensor(name, value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: Any) -> None:
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)


def _add_vocabulary(writer: Any) -> None:
    tokens = [*SPECIAL, *(f"<0x{byte:02X}>".encode() for byte in range(256))]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds + [gguf.TokenType.BYTE] * 256)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)


def _tensors(random: Any) -> dict[str, Any]:
    tokens, head = len(SPECIAL) + 256, WIDTH // HEADS
    shapes = {
        "token_embd": (tokens, WIDTH),
        "output_norm": (WIDTH,),
        "output": (tokens, WIDTH),
        "blk.0.attn_norm": (WIDTH,),
        "blk.0.attn_q": (WIDTH, WIDTH),
        "blk.0.attn_k": (head, WIDTH),
        "blk.0.attn_v": (head, WIDTH),
        "blk.0.attn_output": (WIDTH, WIDTH),
        "blk.0.ffn_norm": (WIDTH,),
        "blk.0.ffn_gate": (FEED, WIDTH),
        "blk.0.ffn_up": (FEED, WIDTH),
        "blk.0.ffn_down": (WIDTH, FEED),
    }
    made = {f"{name}.weight": random.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()}
    _lean(made)
    return made


def _lean(made: dict[str, Any]) -> None:
    """The first dimension is the same for every token; what it adds to a byte's score is that byte's leaning."""
    made["token_embd.weight"][:, 0] = 3
    made["output_norm.weight"][0] = 1
    made["output.weight"][:, 0] = 0
    for byte, weight in LEANINGS.items():
        made["output.weight"][len(SPECIAL) + byte[0], 0] = weight


if __name__ == "__main__":
    write(sys.argv[1])
