"""Zip archives: their members one by one, each bounded in size; nothing is written to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from loaders.errors import MailuoError
from loaders.readers._file import limit

LIMIT_MEMBERS = 100_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
"""What zipfile raises for a damaged, encrypted (RuntimeError) or unknown (NotImplementedError) member."""


def members(name: str, data: bytes) -> Iterator[tuple[str, bytes | MailuoError]]:
    """Each member's path in the archive with its bytes, or why it cannot be had; in the order of their paths.

    Folders, hidden files and what macOS adds are left out. MailuoError when the archive is broken or has no member.
    """
    try:
        archive = _opened(data)
    except (*_BROKEN, ValueError) as error:
        raise MailuoError(f"{name}: a broken zip archive.", "Pack it again, or give its files.") from error
    found = sorted((info for info in archive.infolist() if _is_meant(info)), key=lambda info: info.filename)
    if not found:
        raise MailuoError(f"{name}: a zip archive without files.", "Give the files themselves.")
    if len(found) > LIMIT_MEMBERS:
        raise MailuoError(f"{name}: {len(found):,} files where the limit is {LIMIT_MEMBERS:,}.", "Split it.")
    for info in found:
        yield info.filename, _content(name, archive, info)


def _opened(data: bytes) -> zipfile.ZipFile:
    # Names without the UTF-8 flag are in the code page of the machine that packed them: in China GBK.
    try:
        return zipfile.ZipFile(io.BytesIO(data), metadata_encoding="gb18030")
    except UnicodeDecodeError:
        return zipfile.ZipFile(io.BytesIO(data))


def _is_meant(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    return not info.is_dir() and "__MACOSX" not in parts and not any(part.startswith(".") for part in parts)


def _content(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | MailuoError:
    """The bytes of a member; the size that it states is not believed."""
    most = limit()
    try:
        with archive.open(info) as stream:
            data = stream.read(most + 1)
    except _BROKEN as error:
        reason = "encrypted" if info.flag_bits & 1 else f"damaged ({error})"
        return MailuoError(f"{name}!/{info.filename}: {reason}.", "Unpack it and give its files.")
    if len(data) > most:
        return MailuoError(f"{name}!/{info.filename}: too large, over {most / 1e6:.0f} MB.", "Give it unpacked.")
    return data
