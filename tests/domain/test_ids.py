import uuid
from datetime import datetime

from signin.domain import ids


def test_an_id_is_a_uuid_of_version_seven_that_tells_its_time():
    made = uuid.UUID(ids.new(datetime(2024, 6, 12, 8, 24), lambda count: b"\xff" * count))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == 1718180640000


def test_ids_sort_by_time_and_no_time_is_too_early():
    later = ids.new(datetime(2024, 6, 12), bytes)
    earlier = ids.new(datetime(1960, 1, 1), lambda count: b"\xff" * count)
    assert earlier < later
