"""The frozen base of all models."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes, knows all of its fields and accepts no value of another type.

    Strict: data from outside is read with `model_validate_json`, where JSON's few types map onto enums, tuples
    and dates; nothing else is coerced, so that an object can never become a string on the way.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
