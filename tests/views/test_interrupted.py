"""A run that dies in the middle loses nothing, and the next run completes it."""

import json
import signal

PAGES = [
    {"id": f"page-{day}", "text": f"Norway and Iceland signed a fisheries treaty in Oslo on {day} May 2022."}
    for day in range(1, 6)
]


def test_a_killed_run_is_completed_by_the_next(program) -> None:
    def ended(*arguments: str, stdin: str = "") -> str:
        return program(*arguments).communicate(stdin)[0]

    lines = [json.dumps(page) + "\n" for page in PAGES]
    with program("add", "-", "--jobs", "1", "--registry", "killed.db") as run:
        run.stdin.write("".join(lines[:2]) + lines[2][:20])
        run.stdin.flush()
        told = [json.loads(run.stdout.readline())["document"] for _ in range(2)]
        run.kill()

    assert told == ["page-1", "page-2"]
    again = ended("add", "-", "--registry", "killed.db", stdin="".join(lines))
    assert [json.loads(line)["new"] for line in again.splitlines()] == [False, False, True, True, True]
    ended("add", "-", "--registry", "whole.db", stdin="".join(lines))
    timelines = [ended("timeline", "--registry", name) for name in ("killed.db", "whole.db")]
    assert timelines[0] == timelines[1] != ""


def test_an_interrupt_ends_with_its_code_and_keeps_what_was_added(program) -> None:
    with program("add", "-", "--jobs", "1") as run:
        run.stdin.write(json.dumps(PAGES[0]) + "\n" + '{"text"')
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["new"]
        run.send_signal(signal.SIGINT)
        assert run.stderr.readline() == "treatywatch: interrupted\n"
        run.stdin.close()

    assert run.returncode == 130
    assert json.loads(program("list").communicate()[0])["documents"] == 1
