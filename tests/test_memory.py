"""What a warm process keeps: bounded, the longest unused out first, and passed on to its copies."""

from auditor.memory import Memory


def awake(most: int = 3) -> Memory[str, str]:
    memory: Memory[str, str] = Memory(most, weigh=len)
    memory.wake()
    return memory


def test_a_memory_asleep_keeps_nothing() -> None:
    memory: Memory[str, str] = Memory(3)
    memory.put("a", "x")
    assert memory.get("a") is None
    assert not memory.news()


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    memory = awake(3)
    for key in "abc":
        memory.put(key, "x")
    assert memory.get("a") == "x"
    memory.put("d", "x")
    assert memory.get("b") is None
    assert [memory.get(key) for key in "acd"] == ["x"] * 3


def test_heavy_values_push_out_several_light_ones() -> None:
    memory = awake(3)
    for key in "abc":
        memory.put(key, "x")
    memory.put("d", "xx")
    assert [memory.get(key) for key in "abcd"] == [None, None, "x", "xx"]


def test_a_value_put_again_weighs_once() -> None:
    memory = awake(3)
    memory.put("b", "x")
    for _ in range(3):
        memory.put("a", "xx")
    assert memory.get("b") == "x"


def test_a_copy_learns_the_news_once_and_does_not_tell_them_again() -> None:
    child, parent = awake(), awake()
    child.put("a", "x")
    news = child.news()
    parent.learn(news)
    assert parent.get("a") == "x"
    assert not parent.news()
    assert not child.news()
