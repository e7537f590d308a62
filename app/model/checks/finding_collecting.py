"""Collecting findings on one document."""

from app.model.danish.law_notation import law_label
from app.model.findings import Finding, FindingPlace, Severity
from app.model.library.catalogue import Library


class Collector:
    """Gathers what is found on one document, with the library it stands in."""

    def __init__(self, kind: str, document_id: str, library: Library) -> None:
        self.library = library
        self.findings: list[Finding] = []
        self._kind = kind
        self._id = document_id

    def error(self, code: str, *path: str | int, **params: str) -> None:
        """Note what must be mended before the document can be used."""
        self._add(code, Severity.ERROR, path, params)

    def warn(self, code: str, *path: str | int, **params: str) -> None:
        """Note what should be looked at."""
        self._add(code, Severity.WARNING, path, params)

    def law(self, ref: str | None, *path: str | int) -> None:
        """Check that a provision is known, with its meaning in one line."""
        catalogue = self.library.catalogue
        if ref is None or catalogue.provision(ref):
            return
        act = ref.partition(":")[0]
        if act in catalogue.act_by_id:
            label = law_label(ref, catalogue, full=True)
            self.error("unknown_provision", *path, law=label, ref=ref)
        else:
            self.error("unknown_act", *path, act=act)

    def laws(self, refs: tuple[str, ...], *path: str | int) -> None:
        """Check a list of provisions."""
        for index, ref in enumerate(refs):
            self.law(ref, *path, index)

    def _add(
        self, code: str, severity: Severity, path: tuple[str | int, ...], params: dict[str, str]
    ) -> None:
        place = FindingPlace(self._kind, self._id, path)
        self.findings.append(Finding(code, severity, place, params))
