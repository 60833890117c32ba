"""Write the lock of Neo4j's jars anew: ``python -m graph.relock``, for maintainers who move to a newer 5.26 release.

jgo resolves the artifacts below with all that they need and computes a sha256 for each jar; the size is added, so that
a download knows how far it is. The lock carries coordinates and digests only: where jars come from is jgo's matter.
"""

from __future__ import annotations

from jgo.env import LockFile
from jgo.maven import Dependency, MavenContext

from graph.jars import LOCK, Jar

SERIES = "5.26."
SERVER = (
    "org.neo4j:neo4j",
    "org.neo4j.app:neo4j-server",
    "org.neo4j:neo4j-import-tool",
    "org.neo4j:neo4j-slf4j-provider",
)
BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"


def newest(context: MavenContext) -> str:
    """Return the newest release of the long-term series that the registry has."""
    project = context.project("org.neo4j", "neo4j")
    project.update()
    releases = [version for version in project.metadata.versions if version.startswith(SERIES)]
    return str(max(releases, key=lambda version: [int(part) for part in version.split(".")]))


def resolve(context: MavenContext, version: str) -> list[Dependency]:
    """Return every artifact that the server of that version runs with."""
    coordinates = [*(f"{artifact}:{version}" for artifact in SERVER), BROWSER]
    roots, needed = context.resolver.resolve([context.create_dependency(text) for text in coordinates])
    return [*roots, *needed]


def jars(dependencies: list[Dependency]) -> list[Jar]:
    """Return what the lock says of each artifact, in a fixed order; downloads those that jgo does not hold yet."""
    locked = zip(dependencies, LockFile.from_resolved_dependencies(dependencies).dependencies, strict=True)
    return sorted(
        Jar(
            group=entry.groupId,
            artifact=entry.artifactId,
            version=entry.version,
            classifier=entry.classifier or "",
            size=dependency.artifact.resolve().stat().st_size,
            sha256=entry.sha256 or "",
        )
        for dependency, entry in locked
    )


def main() -> None:
    """Resolve the newest release and replace the committed lock."""
    context = MavenContext(timeout=60)
    version = newest(context)
    lines = [f'version = "{version}"', "jars = ["]
    for jar in jars(resolve(context, version)):
        lines.append(
            f'  {{ group = "{jar.group}", artifact = "{jar.artifact}", version = "{jar.version}", '
            f'classifier = "{jar.classifier}", size = {jar.size}, sha256 = "{jar.sha256}" }},'
        )
    LOCK.write_text("\n".join([*lines, "]", ""]), "utf8")


if __name__ == "__main__":
    main()
