"""How Django takes in the files of a form: straight into a folder of ours, never into memory."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from roadstead.files.incoming import Incoming


class IntoFolder(FileUploadHandler):
    """Writes each file to the disk as it comes; what is too long is drained and said, so that the page can answer."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file: Incoming = Incoming(self.file_name or "")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.take(raw_data)

    def file_complete(self, file_size: int) -> Incoming:
        self.file.seek(0)
        return self.file

    def upload_interrupted(self) -> None:
        self.file.close()
