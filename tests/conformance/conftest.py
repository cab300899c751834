"""A real Spark cluster of several processes on loopback, where there is a Java."""

import os
from collections.abc import Iterator

import pytest

from roadstead.screening.spark import Spark, java, opened

CLUSTER = "local-cluster[2,1,1024]"  # two workers, each a process with one core and 1,024 MB


@pytest.fixture(scope="session")
def spark() -> Iterator[Spark]:
    """The engine on the cluster."""
    if not java():
        pytest.skip("Spark needs Java 17 or newer, and none was found; apt-get install openjdk-17-jre-headless")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MASTER", CLUSTER)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.delenv("SPARK_REMOTE", raising=False)
        patch.setenv("PYSPARK_PYTHON", os.path.realpath(os.sys.executable))
        with opened() as engine:
            yield engine
