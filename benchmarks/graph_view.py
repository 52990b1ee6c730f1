"""The graph view in headless Chromium: a made-up graph of 10,000 nodes and 30,000 edges, and the article view's first paint.

usage: python benchmarks/graph_view.py [NODES] [EDGES]

Prints the time to the first picture, the frames per second and the script time per frame while panning, and for
an article the first contentful paint and the weight of the page.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from kg import pipeline
from kg.export.page import data
from kg.model import Edge, Evidence, Network, Node
from kg.serve.app import app
from kg.serve.library import Library
from kg.serve.workers import Workers
from kg.store import Store

PORT = 8765
ARTICLES = Path(__file__).parents[1] / "data" / "articles"
KINDS = ("person", "party", "institution", "framework", "meeting", "topic")
COUNT = """() => {
    window.frames_ = 0;
    const tick = () => { window.frames_++; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
}"""


def made_up(nodes: int, edges: int) -> Network:
    """A graph in which a few nodes have many relations, as in news."""
    draw = random.Random(1)
    ids = [f"id:{number}" for number in range(nodes)]
    said = Evidence("article", 0, 5, "words")
    ends = [(ids[int(nodes * draw.random() ** 3)], ids[int(nodes * draw.random())]) for _ in range(edges)]
    return Network(
        tuple(Node(i, f"Thing {i}", KINDS[n % len(KINDS)], (said,)) for n, i in enumerate(ids)),
        tuple(Edge(one, other, "met", "met", (said,)) for one, other in ends),
    )


def start(folder: Path, network: Network) -> str:
    store = Store.open(folder)
    library = Library(store, lambda source: pipeline.check_store(source)[0].findings)
    drawn = data(network, "Graph")
    vars(library)["network"] = json.dumps(drawn, separators=(",", ":")).encode()
    site = app(lambda: library, lambda: Workers(folder, 1, 10, 1000), ("127.0.0.1",))
    server = uvicorn.Server(uvicorn.Config(site, port=PORT, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{PORT}"


def graph(browser: Any, base: str) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    begin = time.perf_counter()
    page.goto(f"{base}/graph")
    page.wait_for_selector(".canvas canvas", timeout=120_000)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    print(f"graph: first picture {time.perf_counter() - begin:.2f} s")
    page.wait_for_timeout(500)
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")

    def script() -> float:
        metrics = {m["name"]: m["value"] for m in client.send("Performance.getMetrics")["metrics"]}
        return float(metrics["ScriptDuration"])

    page.evaluate(COUNT)
    page.mouse.move(700, 500)
    page.mouse.down()
    page.mouse.move(710, 505)
    page.wait_for_timeout(1000)
    frames, before, begin = page.evaluate("frames_"), script(), time.perf_counter()
    while time.perf_counter() - begin < 5:
        turn = time.perf_counter() - begin
        page.mouse.move(700 + 60 * turn, 500 + 20 * turn)
    seconds, drawn = time.perf_counter() - begin, page.evaluate("frames_") - frames
    print(f"graph: panning {drawn / seconds:.0f} frames/s, script {1000 * (script() - before) / drawn:.1f} ms/frame")
    page.mouse.up()
    page.close()


def article(browser: Any, base: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(base + path)
    paint = None
    while paint is None:
        page.wait_for_timeout(100)
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    weight = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".reduce((sum, entry) => sum + entry.transferSize, 0)"
    )
    print(f"article: first contentful paint {paint:.0f} ms, {weight / 1000:.0f} kB")
    page.close()


def main(nodes: int, edges: int) -> None:
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "store"
        (envoys,) = (g for g in pipeline.build([ARTICLES], folder).graphs if "envoys" in g.name)
        base = start(folder, made_up(nodes, edges))
        flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        for _ in range(2):
            article(browser, base, envoys.iri.removeprefix("https://w3id.org/readout"))
        graph(browser, base)
        browser.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ["10000", "30000"])))
