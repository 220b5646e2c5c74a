"""Puts the courses and prompts into the wheel, where `tutor.settings.bundled` finds them."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
BUNDLED = ("curricula", "prompts")


class BuildWithCourses(build_py):
    """`build_py` that also copies the bundled folders into `tutor/_bundled`."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name in BUNDLED:
            target = Path(self.build_lib) / "tutor" / "_bundled" / name
            shutil.rmtree(target, ignore_errors=True)
            if (HERE / name).is_dir():
                shutil.copytree(HERE / name, target)


setup(cmdclass={"build_py": BuildWithCourses})
