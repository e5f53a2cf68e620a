"""Where a Spark cluster reads and writes: the folder of the conversion, or any place its file systems know.

The driver and the executors of a cluster need not share a disk. With a storage such as `s3a://bucket/prefix`,
`abfs://container@account/prefix`, `gs://bucket/prefix` or `hdfs://host/prefix` the records go there, the
executors work there, and the results come back. The cluster's own Hadoop file systems do it, with its
connectors and credentials:
https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-common/filesystem/
"""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from graph.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession


class Storage(Protocol):
    """A place for the folders of one conversion."""

    def address(self, *names: str) -> str:
        """The address of a folder for Spark."""
        ...

    def give(self, name: str) -> None:
        """Take a folder of the conversion to the storage."""
        ...

    def fetch(self, name: str) -> None:
        """Bring a folder back to the conversion."""
        ...


class OwnFolder:
    """The folder of the conversion itself, on a disk that all executors see."""

    def __init__(self, folder: Path) -> None:
        """Keep everything where it is."""
        self._folder = folder

    def address(self, *names: str) -> str:
        """The path of a folder."""
        return str(self._folder.joinpath(*names))

    def give(self, name: str) -> None:
        """Nothing: it is there."""

    def fetch(self, name: str) -> None:
        """Nothing: it is here."""


class Elsewhere:
    """A folder of a file system of the cluster."""

    def __init__(self, session: "SparkSession", folder: Path, url: str) -> None:
        """Work below an address; the folder is the conversion's own."""
        self._folder, self._url = folder, url
        context: Any = session.sparkContext
        self._jvm = context._jvm  # noqa: SLF001 - PySpark has no other way to its file systems
        self._files = self._path().getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001 - as above

    def address(self, *names: str) -> str:
        """The address of a folder."""
        return "/".join((self._url, *names))

    def give(self, name: str) -> None:
        """Move a folder there; what a stopped run left is replaced."""
        self._files.delete(self._path(name), True)  # noqa: FBT003 - Java: with all it holds
        self._files.mkdirs(self._path())
        self._files.copyFromLocalFile(True, True, self._local(name), self._path(name))  # noqa: FBT003 - Java: move, overwrite

    def fetch(self, name: str) -> None:
        """Copy back what a folder holds, if it is there."""
        if self._files.exists(self._path(name)):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
            for inside in self._files.listStatus(self._path(name)):
                self._files.copyToLocalFile(False, inside.getPath(), self._local(name), True)  # noqa: FBT003 - Java: keep, no checksums

    def remove(self) -> None:
        """Remove all that was put there."""
        self._files.delete(self._path(), True)  # noqa: FBT003 - Java: with all it holds

    def _local(self, name: str) -> Any:  # noqa: ANN401 - an object of Java
        return self._jvm.org.apache.hadoop.fs.Path((self._folder / name).absolute().as_uri())

    def _path(self, *names: str) -> Any:  # noqa: ANN401 - an object of Java
        return self._jvm.org.apache.hadoop.fs.Path(self.address(*names))


@contextmanager
def storage_of(session: "SparkSession", folder: Path, url: str) -> "Iterator[Storage]":
    """The storage of one conversion: below an address, or the conversion's own folder when there is none.

    What was put elsewhere is removed in the end, whatever happens.

    Raises:
        StorageError: The cluster has no file system for the address, or it refuses.
    """
    if url == "":
        yield OwnFolder(folder)
        return
    from py4j.protocol import Py4JJavaError

    try:
        there = Elsewhere(session, folder, f"{url.rstrip('/')}/{folder.name}")
        try:
            yield there
        finally:
            there.remove()
    except Py4JJavaError as error:
        raise StorageError(url, str(error.java_exception)) from error
