"""Every example runs as it is, on a small scenario, and writes figures that are no empty sheets."""

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

import studies
from matplotlib.image import imread

import weefsel

EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.py"))
KEEP = os.environ.get("WEEFSEL_FIGURES")  # a folder, to look at them


class Examples(unittest.TestCase):
    def test_each_runs_and_draws(self) -> None:
        self.assertGreaterEqual(len(EXAMPLES), 4)
        for example in EXAMPLES:
            text = example.read_text(encoding="utf-8")
            needed = re.findall(r"^Needs `weefsel ([\w-]+)`", text, re.MULTILINE)
            with self.subTest(example.stem):
                if not all(weefsel.has_command(command) for command in needed):
                    self.skipTest(f"this build of the program lacks one of {needed}")
                figures = Path(KEEP or studies.folder()) / example.stem
                environment = {
                    **os.environ,
                    "SCENARIO": str(studies.scenario()),
                    "FIGURES": str(figures),
                    "PYTHONPATH": str(example.parents[1]),
                    "WEEFSEL": weefsel.find_program(),
                }
                done = subprocess.run(
                    [sys.executable, "-W", "error::RuntimeWarning", example],
                    env=environment,
                    cwd=studies.folder(),
                    capture_output=True,
                    text=True,
                    check=False,
                )
                self.assertEqual(done.returncode, 0, f"{done.stdout}\n{done.stderr}")
                self.assertIn("# %%", text)
                drawn = list(figures.glob("*.png"))
                self.assertTrue(drawn, "no figure was written")
                for figure in drawn:
                    ink = (imread(figure)[..., :3].min(axis=-1) < 0.9).mean()
                    self.assertGreater(ink, 0.005, f"{figure.name} is almost empty")


if __name__ == "__main__":
    unittest.main()
