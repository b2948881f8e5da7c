"""A server on this machine that speaks the OpenAI protocol over real HTTP, with faults on demand."""
