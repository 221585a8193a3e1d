#!/usr/bin/env python3
"""Checks an evidence pack of Patenbuch. Written from the formats only (docs/evidence.md, RFC 6962, RFC 9162, C2SP
signed-note and tlog-checkpoint), with the standard library and the openssl program: a second opinion on `verify`.

    python3 verify.py PACK.zip [--key KEY] [--since OLD-CHECKPOINT.txt] [--json]

Exit code 0: as it was sealed. 1: changed, with the first entry that is not as it was sealed. 2: unreadable.
"""
import argparse
import base64
import binascii
import collections
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

NEEDED = ["journal.ndjson", "events.ndjson", "checkpoint.txt", "key.txt", "manifest.json"]
X509 = bytes.fromhex("302a300506032b6570032100")
KINDS = {"MONEY": "receivedMoneyCents", "IN_KIND": "receivedInKindCents", "STAFF_TIME": "receivedStaffTimeCents"}
MONEY_TYPES = {
    "PartnerRegistered", "FundOpened", "PledgeMade", "PledgeAmended", "PledgeWithdrawn", "ContributionRecorded",
    "ContributionReversed", "ContributionLinked", "ExpenseRecorded", "ExpenseReversed", "MoneyTransferredOut",
    "MoneyTransferredIn"}
HOURS_TYPES = {
    "HoursLogged", "HoursCorrected", "HoursWithdrawn", "HoursReturned", "TimesheetApproved", "ApprovalRevoked"}
# Known, and no figure moves by them. A type that is in none of these sets is newer than this program.
STILL_TYPES = {
    "PartnershipFounded", "PeriodLocked", "PeriodReopened", "RuleSet", "BudgetLinePlanned", "BankLineRecorded",
    "BankStatementRecorded", "BankLineAssigned", "BankLineSetAside", "BankLineReleased", "SponsorRegistered",
    "TrainingCompleted", "CertificateSeen", "SponsorPaused", "SponsorReturned", "SponsorDeparted", "HouseholdTakenIn",
    "HouseholdClosed", "SponsorAssigned", "SponsorshipEnded",
    "CertificateDeleted", "CommitmentDropped", "CommitmentKept", "CommitmentMade", "CommitmentPostponed",
    "DemandAnswered", "DemandRaised", "DemandWithdrawn", "DepartureWithdrawn", "InterviewWithdrawn",
    "MeetingRecorded", "MeetingWithdrawn", "RecognitionAwarded", "RecognitionRevoked", "SponsorInterviewed",
    "TrainingWithdrawn", "ProposalAccepted", "ExpenseProposed", "ProposalDeclined", "FundClosed",
    "FileAttached", "ErasureRequestWithdrawn", "ErasureRequested", "HoldLifted", "HoldPlaced", "PersonErased",
    "TextsErased",
    "CheckMarkAdded", "ReportFrozen",
    "ClaimWithdrawn", "ConsentGiven", "ConsentWithdrawn", "FollowUpAgreed", "FollowUpDone", "HoursClaimed",
    "HouseholdDescribed", "NoteTaken", "NoteWithdrawn", "PhaseEntered", "RhythmAgreed", "SponsorDescribed",
    "TimesheetSubmitted"}


class Unreadable(Exception):
    """It is no pack, or what was given beside it is not what it should be."""


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\0" + entry)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """The right edge of a Merkle tree that grows leaf by leaf."""

    def __init__(self):
        self.edge, self.size = [], 0

    def append(self, leaf):
        left = self.size
        while left % 2:
            leaf = node_hash(self.edge.pop(), leaf)
            left //= 2
        self.edge.append(leaf)
        self.size += 1

    def root(self):
        if not self.edge:
            return sha256(b"")
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root


def is_extended(root1, size1, root2, size2, proof):
    """RFC 9162, 2.1.4.2."""
    if not 0 < size1 <= size2:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    hashes = list(proof)
    if size1 & (size1 - 1) == 0:
        hashes.insert(0, root1)
    if not hashes:
        return False
    fn, sn = size1 - 1, size2 - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = hashes[0]
    for c in hashes[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == root1 and sr == root2 and sn == 0


def is_included(root, size, index, leaf, path):
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def unbase64(text):
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as e:
        raise ValueError(str(e)) from e


class Key:
    """C2SP signed-note, verifier keys: name, id, Ed25519."""

    def __init__(self, text):
        parts = text.strip().split("+", 2)
        if len(parts) != 3 or not parts[0] or re.search(r"\s", parts[0]):
            raise ValueError("not a key")
        self.text, self.name, material = text.strip(), parts[0], unbase64(parts[2])
        self.id = sha256(self.name.encode() + b"\n" + material)[:4]
        if len(material) != 33 or material[0] != 1 or self.id.hex() != parts[1]:
            raise ValueError("not a key")
        self.raw = material[1:]

    @staticmethod
    def of(name, raw):
        material = b"\1" + raw
        kid = sha256(name.encode() + b"\n" + material)[:4].hex()
        return Key("%s+%s+%s" % (name, kid, base64.b64encode(material).decode()))

    def verifies(self, message, signature):
        with tempfile.TemporaryDirectory() as folder:
            names = [os.path.join(folder, name) for name in ("key", "message", "signature")]
            for name, content in zip(names, (X509 + self.raw, message, signature)):
                with open(name, "wb") as file:
                    file.write(content)
            done = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin",
                 "-in", names[1], "-sigfile", names[2]], capture_output=True, check=False)
            return done.returncode == 0


class Note:
    """C2SP signed-note."""

    def __init__(self, data):
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        gap = text.rfind("\n\n")
        if gap < 1 or not text.endswith("\n") or any(c < " " and c != "\n" for c in text):
            raise ValueError("not a note")
        self.text, self.lines = text[:gap + 1], []
        for line in text[gap + 2:].splitlines():
            match = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
            if not match:
                raise ValueError("not a signature")
            signature = unbase64(match.group(2))
            if len(signature) < 5:
                raise ValueError("not a signature")
            self.lines.append((match.group(1), signature[:4], signature[4:]))
        if not self.lines:
            raise ValueError("not signed")

    def signed_by(self, key):
        own = [signature for name, kid, signature in self.lines if name == key.name and kid == key.id]
        return bool(own) and all(key.verifies(self.text.encode(), signature) for signature in own)


class Keys:
    """The key that is trusted, and those bound to it by a note that names both and is signed by both."""

    NAME = "patenbuch-key-handover"

    def __init__(self, trusted, handovers):
        self.trusted = [trusted] if trusted else []
        for _ in handovers:
            for handover in handovers:
                self.follow(handover)

    def follow(self, handover):
        lines = handover.text.split("\n")
        if len(lines) != 4 or lines[0] != self.NAME or not self.trusted:
            return
        try:
            before, after = (Key.of(self.NAME, unbase64(line)) for line in lines[1:3])
        except ValueError:
            return
        if self.knows(before) != self.knows(after) and handover.signed_by(before) and handover.signed_by(after):
            fresh = after if self.knows(before) else before
            self.trusted.append(Key.of(self.trusted[0].name, fresh.raw))

    def knows(self, key):
        return any(key.raw == one.raw for one in self.trusted)

    def signed(self, note, origin):
        return any(key.name == origin and note.signed_by(key) for key in self.trusted)


class Checkpoint:
    """C2SP tlog-checkpoint: origin, size, root."""

    def __init__(self, text):
        lines = text.split("\n")
        if len(lines) < 4 or not lines[0] or not re.fullmatch(r"0|[1-9]\d{0,17}", lines[1]):
            raise ValueError("not a checkpoint")
        self.origin, self.size, self.root = lines[0], int(lines[1]), unbase64(lines[2])
        if len(self.root) != 32:
            raise ValueError("not a root")


ENTRY = re.compile(
    r'\{"v":1,"no":(0|[1-9]\d{0,17}),"event":("(?:[^"\\]|\\.)*"),"stream":("(?:[^"\\]|\\.)*"),"seq":(0|[1-9]\d{0,17}),'
    r'"type":("(?:[^"\\]|\\.)*"),"rev":("(?:[^"\\]|\\.)*"),"at":("(?:[^"\\]|\\.)*"),"payload":("(?:[^"\\]|\\.)*"),'
    r'"meta":("(?:[^"\\]|\\.)*")\}', re.S)

EVENT = re.compile(
    r'\{"no":(0|[1-9]\d{0,17}),"payload":(null|"(?:[^"\\]|\\.)*"),"meta":(null|"(?:[^"\\]|\\.)*")\}', re.S)


def parse_entry(line):
    match = ENTRY.fullmatch(line.decode("utf-8"))
    if not match:
        raise ValueError("not an entry")
    values = [json.loads(part) for part in match.groups()]
    return dict(zip(("no", "event", "stream", "seq", "type", "rev", "at", "payload", "meta"), values))


class Funding:
    """The money, added up from the events."""

    types = MONEY_TYPES

    def __init__(self):
        self.partners, self.funds = {}, {}
        self.months, self.pledges, self.linked = collections.defaultdict(collections.Counter), {}, {}

    def hear(self, kind, e):
        cents = e.get("amountCents", 0)
        if kind == "PartnerRegistered":
            self.partners[e["partnerId"]] = collections.Counter()
        elif kind == "FundOpened":
            self.funds[e["fundId"]] = collections.Counter()
        elif kind == "PledgeMade":
            self.pledges[e["pledgeId"]] = {"partner": e["partnerId"], "cents": cents, "received": 0, "over": False}
        elif kind == "PledgeAmended":
            self.pledges[e["pledgeId"]]["cents"] = cents
        elif kind == "PledgeWithdrawn":
            self.pledges[e["pledgeId"]]["over"] = True
        elif kind in ("ContributionRecorded", "ContributionReversed"):
            self.received(e, cents if kind == "ContributionRecorded" else -cents)
        elif kind == "ContributionLinked":
            self.linked[e["contributionId"]] = e["pledgeId"]
            self.pledges[e["pledgeId"]]["received"] += cents
        elif kind in ("ExpenseRecorded", "ExpenseReversed"):
            cents = cents if kind == "ExpenseRecorded" else -cents
            self.funds[e["fundId"]].update({"spentCents": cents, "balanceCents": -cents})
            self.months[e["paidOn"][:7]]["spentCents"] += cents
        else:
            self.funds[e["fundId"]]["balanceCents"] += cents if kind == "MoneyTransferredIn" else -cents

    def received(self, e, cents):
        self.partners[e["partnerId"]][KINDS[e["kind"]]] += cents
        if e["kind"] == "MONEY":
            self.funds[e["fundId"]].update({"receivedMoneyCents": cents, "balanceCents": cents})
            self.months[e["receivedOn"][:7]]["receivedMoneyCents"] += cents
        pledge = e.get("pledgeId") or self.linked.get(e["contributionId"])
        if pledge:
            self.pledges[pledge]["received"] += cents

    def figures(self):
        totals = collections.Counter()
        by_partner = {partner: collections.Counter(sums) for partner, sums in self.partners.items()}
        for pledge in self.pledges.values():
            promised = pledge["received"] if pledge["over"] else pledge["cents"]
            by_partner[pledge["partner"]]["pledgedCents"] += promised
            totals["outstandingCents"] += max(0, promised - pledge["received"])
        for sums in by_partner.values():
            for name in ["pledgedCents", *KINDS.values()]:
                totals[name] += sums[name]
        for sums in self.funds.values():
            for name in ("spentCents", "balanceCents"):
                totals[name] += sums[name]
        every = {}
        names = ["pledgedCents", "outstandingCents", "spentCents", "balanceCents", *KINDS.values()]
        put(every, "totals", totals, names)
        for partner, sums in by_partner.items():
            put(every, "byPartner." + partner, sums, ["pledgedCents", *KINDS.values()])
        for fund, sums in self.funds.items():
            put(every, "byFund." + fund, sums, ["receivedMoneyCents", "spentCents", "balanceCents"])
        for month, sums in self.months.items():
            if any(sums.values()):
                put(every, "byMonth." + month, sums, ["receivedMoneyCents", "spentCents"])
        return every


class Engagement:
    """The hours, added up from the events."""

    types = HOURS_TYPES

    def __init__(self):
        self.entries = {}

    def hear(self, kind, e):
        if kind == "HoursLogged":
            self.entries[e["entryId"]] = {"sponsor": e["sponsorId"], "household": e.get("householdId")} | self.says(e)
        elif kind == "HoursCorrected":
            self.entries[e["entryId"]].update(self.says(e))
        elif kind == "HoursWithdrawn":
            del self.entries[e["entryId"]]
        elif kind == "HoursReturned":
            self.entries[e["entryId"]]["approved"] = False
        else:
            for entry in e["entryIds"]:
                self.entries[entry]["approved"] = kind == "TimesheetApproved"

    @staticmethod
    def says(e):
        return {"month": e["on"][:7], "minutes": e["minutes"], "activity": e["activity"], "approved": False}

    def figures(self):
        every, all_hours = collections.Counter(), self.entries.values()
        for hours in all_hours:
            for group, key in (("byMonth", "month"), ("byActivity", "activity"), ("bySponsor", "sponsor")):
                every["%s.%s.minutes" % (group, hours[key])] += hours["minutes"]
        months = sorted({hours["month"] for hours in all_hours})
        if months:
            year, month = map(int, months[0].split("-"))
            while "%04d-%02d" % (year, month) < months[-1]:
                every["byMonth.%04d-%02d.minutes" % (year, month)] += 0
                year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        every["totals.minutes"] = sum(hours["minutes"] for hours in all_hours)
        every["totals.approvedMinutes"] = sum(hours["minutes"] for hours in all_hours if hours["approved"])
        every["totals.entries"] = len(self.entries)
        every["totals.activeSponsors"] = len({hours["sponsor"] for hours in all_hours})
        every["totals.households"] = len({hours["household"] for hours in all_hours} - {None})
        return dict(every)


def put(every, path, sums, names):
    for name in names:
        every[path + "." + name] = sums[name]


def said(view):
    """Every figure of a view by its path, names and positions left out."""
    figures = {}

    def read(path, node):
        if isinstance(node, dict):
            for key, value in node.items():
                read(path + "." + key, value)
        elif isinstance(node, list):
            for line in node:
                name = next(line[k] for k in ("partnerId", "fundId", "sponsorId", "activity", "month") if k in line)
                read(path + "." + name, line)
        elif isinstance(node, int) and not isinstance(node, bool):
            figures[path] = node

    for key, value in view.items():
        if key != "position":
            read(key, value)
    return figures


class Check:
    def __init__(self, pack, key, since):
        self.pack, self.trusted, self.since = pack, key, since
        self.findings, self.remarks = [], []
        self.known = collections.defaultdict(list)
        self.good = 0
        self.differences = []
        self.hashes = {}

    def found(self, code, entry=None, *words):
        self.findings.append({"code": code, "entry": entry, "arguments": [str(word) for word in words]})

    def run(self):
        names = self.pack.namelist()
        if len(set(names)) != len(names) or any(name not in names for name in NEEDED):
            raise Unreadable("not an evidence pack")
        keys = self.keys(names)
        self.checkpoint(keys)
        self.earlier(names, keys)
        self.old(keys)
        manifest = self.json("manifest.json")
        recipient = manifest.get("recipient", "ALL") if isinstance(manifest, dict) else "ALL"
        views = {"views/engagement.json": Engagement(), "views/funding.json": Funding()}
        if "different-rows.ndjson" in names:
            for line in self.pack.read("different-rows.ndjson").decode("utf-8", "replace").splitlines():
                self.found("row.differs", json.loads(line).get("no"))
        entries, withheld, unknown, incomplete = self.journal(recipient != "ALL", views)
        self.roots(entries)
        self.files(names, manifest if isinstance(manifest, dict) else {})
        for name, figures in views.items():
            self.view(names, name, figures, figures in incomplete, unknown)
        if withheld:
            self.remarks.append({"code": "payloads.withheld", "arguments": [str(withheld)]})
        if unknown:
            self.remarks.append({"code": "types.unknown", "arguments": sorted(unknown)})
        return self

    def keys(self, names):
        own, handovers = None, []
        try:
            own = Key(self.pack.read("key.txt").decode("utf-8"))
        except ValueError:
            self.found("key.malformed")
        for name in names:
            if name.startswith("keys/"):
                try:
                    handovers.append(Note(self.pack.read(name)))
                except ValueError:
                    self.found("file.malformed", None, name)
        keys = Keys(self.trusted or own, handovers)
        if own and not keys.knows(own):
            self.found("key.other", None, own.text)
        return keys

    def checkpoint(self, keys):
        self.sealed = None
        try:
            note = Note(self.pack.read("checkpoint.txt"))
            self.sealed = Checkpoint(note.text)
            if not keys.signed(note, self.sealed.origin):
                self.found("signature.wrong", None, self.sealed.origin)
            else:
                self.known[self.sealed.size].append(("root.differs", self.sealed.root))
        except ValueError:
            self.found("checkpoint.malformed")

    def earlier(self, names, keys):
        for name in sorted(name for name in names if name.startswith("consistency/")):
            try:
                proof = json.loads(self.pack.read(name))
                note = Note(proof["checkpoint"])
                old = Checkpoint(note.text)
                if not self.sealed or old.origin != self.sealed.origin or not keys.signed(note, old.origin):
                    self.found("signature.wrong", None, name)
                    continue
                hashes = [unbase64(text) for text in proof["hashes"]]
                if not is_extended(old.root, old.size, self.sealed.root, self.sealed.size, hashes):
                    self.found("consistency.wrong", None, name)
                self.known[old.size].append(("root.differs", old.root))
            except (ValueError, KeyError, TypeError):
                self.found("file.malformed", None, name)

    def old(self, keys):
        if not self.since:
            return
        old = Checkpoint(self.since.text)
        if not self.sealed or old.origin != self.sealed.origin or not keys.signed(self.since, old.origin):
            self.found("since.signature", None, old.origin)
        elif old.size > self.sealed.size:
            self.found("since.shorter", self.sealed.size + 1, old.size)
        else:
            self.known[old.size].append(("since.rewritten", old.root))

    def lines(self, name):
        digest = hashlib.sha256()
        with self.pack.open(name) as file:
            for line in file:
                digest.update(line)
                yield line[:-1] if line.endswith(b"\n") else line
        self.hashes[name] = digest.hexdigest()

    def journal(self, selective, views):
        tree, streams, unknown, incomplete, withheld = Tree(), collections.Counter(), set(), set(), 0
        by_type = {kind: view for view in views.values() for kind in view.types}
        events = self.lines("events.ndjson")
        for line in self.lines("journal.ndjson"):
            event = next(events, None)
            tree.append(leaf_hash(line))
            no = tree.size
            try:
                entry = parse_entry(line)
                if entry["no"] != no:
                    self.found("entry.number", no)
                if entry["seq"] != streams[entry["stream"]]:
                    self.found("stream.gap", no)
                streams[entry["stream"]] = entry["seq"] + 1
                if event is None:
                    self.found("event.missing", no)
                else:
                    payload = self.content(entry, no, event, selective)
                    withheld += payload is None
                    self.figures(by_type, entry["type"], payload, no, unknown, incomplete)
            except ValueError:
                self.found("entry.malformed", no)
            for code, root in self.known.pop(no, []):
                if root != tree.root():
                    self.differences.append((code, self.good + 1, no))
                elif not self.differences:
                    self.good = no
        if next(events, None) is not None:
            self.found("event.without-entry", tree.size + 1)
        for _ in events:
            pass
        return tree.size, withheld, unknown, incomplete

    def content(self, entry, no, line, selective):
        try:
            match = EVENT.fullmatch(line.decode("utf-8"))
            event = dict(zip(("no", "payload", "meta"), [json.loads(part) for part in match.groups()]))
        except (ValueError, AttributeError):
            self.found("event.malformed", no)
            return None
        if event["no"] != no:
            self.found("event.number", no)
        for part in ("payload", "meta"):
            if event[part] is None:
                if not selective:
                    self.found("payload.missing", no)
            elif hashlib.sha256(event[part].encode("utf-8", "surrogatepass")).hexdigest() != entry[part]:
                self.found(part + ".changed", no)
        return event["payload"]

    def figures(self, by_type, kind, payload, no, unknown, incomplete):
        view = by_type.get(kind)
        if view is None:
            if kind not in STILL_TYPES:
                unknown.add(kind)
        elif payload is None:
            incomplete.add(view)
        elif view not in incomplete and not self.findings:
            try:
                view.hear(kind, json.loads(payload))
            except (ValueError, KeyError, TypeError):
                self.found("figures.odd", no, kind)

    def roots(self, entries):
        for code, first, last in self.differences:
            explained = any(one["entry"] and first <= one["entry"] <= last for one in self.findings)
            self.found(code, None if explained else first, first, last)
        if self.known:
            self.found("journal.shorter", entries + 1)
        elif self.sealed and entries > self.sealed.size:
            self.found("journal.longer", self.sealed.size + 1)

    def files(self, names, manifest):
        listed = dict(manifest.get("files", {}))
        for name in names:
            if name != "manifest.json":
                known = self.hashes.get(name) or hashlib.sha256(self.pack.read(name)).hexdigest()
                if listed.pop(name, None) != known:
                    self.found("file.changed", None, name)
        for name in listed:
            self.found("file.missing", None, name)

    def view(self, names, name, figures, incomplete, unknown):
        if name not in names:
            self.found("file.missing", None, name)
            return
        view = self.json(name)
        if incomplete:
            self.remarks.append({"code": "figures.withheld", "arguments": [name]})
        elif not self.findings and view is not None:
            counted, told = figures.figures(), said(view)
            different = [path for path in counted.keys() | told.keys() if counted.get(path) != told.get(path)]
            if different and not unknown:
                self.found("figures.differ", None, name, sorted(different)[0])

    def json(self, name):
        try:
            return json.loads(self.pack.read(name))
        except ValueError:
            self.found("file.malformed", None, name)
            return None


def main():
    parser = argparse.ArgumentParser(description="Checks an evidence pack of Patenbuch.")
    parser.add_argument("pack")
    parser.add_argument("--key", help="the key you trust: its text, or a file")
    parser.add_argument("--since", help="a checkpoint you kept earlier")
    parser.add_argument("--json", action="store_true", help="the result for programs")
    args = parser.parse_args()
    try:
        key = since = None
        if args.key:
            key = Key(args.key if "+" in args.key else open(args.key, encoding="utf-8").read())
        if args.since:
            with open(args.since, "rb") as file:
                since = Note(file.read())
                Checkpoint(since.text)
        with zipfile.ZipFile(args.pack) as pack:
            check = Check(pack, key, since).run()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, Unreadable, NotImplementedError, EOFError) as e:
        print("unreadable:", e, file=sys.stderr)
        return 2
    except Exception as e:  # zlib.error and the like: a broken archive
        if type(e).__module__ == "zlib":
            print("unreadable:", e, file=sys.stderr)
            return 2
        raise
    first = min((one["entry"] for one in check.findings if one["entry"]), default=None)
    if args.json:
        print(json.dumps({
            "good": not check.findings, "firstBad": first, "findings": check.findings, "remarks": check.remarks}))
    else:
        size = check.sealed.size if check.sealed else 0
        print("good: %d entries" % size if not check.findings else "NOT good, first bad entry: %s" % first)
        for one in check.findings[:50] + check.remarks:
            print("-", "" if not one.get("entry") else "entry %d:" % one["entry"], one["code"], *one["arguments"])
    return 1 if check.findings else 0


if __name__ == "__main__":
    sys.exit(main())
