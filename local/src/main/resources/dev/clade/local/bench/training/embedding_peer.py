"""Trains the shared embedding with PyTorch, as the worker's EmbeddingSpeedMain does: the same requests and answers."""
import json
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional

torch.set_num_threads(1)
torch.set_num_interop_threads(1)
torch.manual_seed(1)
KINDS, EMBEDDING, TABLE, TASK, PAIR, OUT = 97, 128, 64, 64, 4, -1e4
CARD, TAGS = 1 << 18, 1 << 16
WIDTHS = {"numeric": (80, 128), "lineage": (392, 256), "activity": (66, 128)}
SHARES = {"card": (37, 56), "tags": (53, 90), "numeric": (71, 70), "lineage": (29, 34), "activity": (61, 95)}
VIEWS = list(SHARES)
CLASSES = [8, 12, 16, 20]


def unit(vectors):
    return vectors * torch.rsqrt(vectors.square().sum(-1, keepdim=True) + 1e-4)


class Hub:
    def __init__(self, rows):
        row = torch.arange(rows)
        kind = row % KINDS
        self.rows = rows

        def tokens(count, own, other, buckets):
            place = torch.arange(count)
            return torch.where(place % 2 == 0, kind[:, None] * own[0] + place * own[1],
                               row[:, None] * other[0] + place * other[1]) % buckets

        def numbers(width):
            column = torch.arange(1, width + 1)
            return (torch.sin(0.1 * (kind[:, None] + 1) * column)
                    + 0.5 * torch.sin(row[:, None].double() * column)).float()

        self.card = tokens(128, (26597, 40503), (7919, 10007), CARD)
        self.tags = tokens(24, (193, 7), (31, 1009), TAGS)
        self.names = tokens(4, (3, 1), (5, 1), TAGS)
        self.owners = 1 + kind // 2
        self.numbers = {view: numbers(width) for view, (width, _) in WIDTHS.items()}
        self.presence = torch.stack([row * factor % 100 < share for factor, share in SHARES.values()], 1)
        self.labels = [torch.where((row * 17 + task) % 100 < 44, kind % classes, -1)
                       for task, classes in enumerate(CLASSES)]
        derived = (row >= KINDS) & (row * 41 % 100 < 27)
        self.parents = torch.where(derived, kind + KINDS * (row // KINDS // 3), -1)
        self.families = kind
        self.members = [[torch.nonzero(label == value).flatten() for value in range(classes)]
                        for label, classes in zip(self.labels, CLASSES)]

    def banned(self, rows):
        """Parents, grandparents and siblings of each other."""
        parents = self.parents[rows]
        above = torch.where(parents >= 0, self.parents[parents.clamp_min(0)], -1)
        near = ((parents[:, None] == rows) | (above[:, None] == rows)
                | ((parents[:, None] == parents) & (parents[:, None] >= 0)))
        near = (near | near.T) & (self.families[rows][:, None] == self.families[rows])
        return near.fill_diagonal_(False).float() * OUT


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleDict({
            view: nn.EmbeddingBag(buckets, TABLE, mode="sum", sparse=True)
            for view, buckets in (("card", CARD), ("tags", TAGS))})
        for table in self.tables.values():
            nn.init.uniform_(table.weight, -1, 1)
        self.encoders = nn.ModuleDict({
            view: nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, EMBEDDING))
            for view, (width, hidden) in {"card": (TABLE, 256), "tags": (TABLE, 256), **WIDTHS}.items()})
        self.tasks = nn.ModuleList(nn.Linear(EMBEDDING, TASK, bias=False) for _ in CLASSES)
        self.child = nn.Parameter(torch.eye(EMBEDDING))
        self.parent = nn.Parameter(torch.eye(EMBEDDING))
        self.pair = nn.Parameter(torch.zeros(PAIR))
        self.gates = nn.Parameter(torch.zeros(len(VIEWS)))
        self.scales = nn.Parameter(torch.full((2 + len(CLASSES),), math.log(1 / 0.07)))

    def scale(self, number):
        return self.scales[number].clamp_max(math.log(100)).exp()

    def bag(self, view, tokens, present, dropout):
        keep = (torch.rand(tokens.shape) >= dropout) & present[:, None]
        counts = keep.sum(1)
        offsets = counts.cumsum(0) - counts
        weights = counts.clamp_min(1).float().rsqrt().repeat_interleave(counts)
        return self.tables[view](tokens[keep], offsets, weights)

    def forward(self, hub, rows, present):
        inputs = {"card": self.bag("card", hub.card[rows], present[:, 0], 0.3),
                  "tags": self.bag("tags", hub.tags[rows], present[:, 1], 0.2),
                  **{view: numbers[rows] for view, numbers in hub.numbers.items()}}
        vectors = torch.stack([unit(self.encoders[view](inputs[view])) for view in VIEWS], 1)
        return vectors, vectors * (present * self.gates.softmax(0))[:, :, None]


def contrast(logits, allowed, scale, share):
    """Cross entropy of the diagonal, with the positives among the negatives taken off."""
    others = allowed + torch.eye(logits.shape[-1]) * OUT
    positive = logits.diagonal(0, -2, -1)
    negatives = logits + others
    largest = torch.maximum(positive, negatives.amax(-1)).detach()
    own, count = (positive - largest).exp(), others.exp().sum(-1)
    rest = (negatives - largest[..., None]).exp().sum(-1) - share * count * own
    rest = torch.maximum(rest / (1 - share), count * (-scale - largest).exp())
    return (own + rest).log() - (positive - largest)


def hub_loss(vectors, weighted, present, bans, scale, share):
    have = present.T.float()
    joined = unit(weighted.sum(1, keepdim=True) - weighted)
    accompanied = ((present.sum(1) - have) > 0).float()
    used = have * accompanied
    logits = vectors.transpose(0, 1) @ joined.permute(1, 2, 0) * scale
    losses = (contrast(logits, bans + (1 - accompanied)[:, None] * OUT, scale, share)
              + contrast(logits.transpose(1, 2), bans + (1 - have)[:, None] * OUT, scale, share)) / 2
    counts = used.sum(1)
    means = (losses * used).sum(1) / counts.clamp_min(1)
    return (means * (counts > 0)).sum() / (counts > 0).sum().clamp_min(1)


def label_loss(seen, labels, scale):
    known, diagonal = (labels >= 0).float(), torch.eye(len(labels))
    logarithms = (seen @ seen.T * scale + (1 - known) * OUT + diagonal * OUT).log_softmax(1)
    same = ((labels[:, None] == labels).float() * known - diagonal).clamp_min(0)
    counts = same.sum(1)
    losses = -(logarithms * same).sum(1) / counts.clamp_min(1)
    return (losses * (counts > 0)).sum() / (counts > 0).sum().clamp_min(1)


def overlap(one, other):
    common = (one[:, None, :, None] == other[None, :, None, :]).any(3).sum(2).float()
    return common / (one.shape[1] + other.shape[1] - common)


def link_loss(network, hub, rows, drawn, fused):
    found = hub.parents[rows][:, None] == rows
    child = found.any(1).nonzero().flatten()
    candidate = (found.any(0) | drawn).nonzero().flatten()
    if len(child) == 0:
        return fused.sum() * 0
    children, candidates = rows[child], rows[candidate]
    declared = found[child][:, candidate].float()
    younger = (candidates >= children[:, None]) & (declared == 0)
    days = (children[:, None] - candidates).clamp_min(0) / 24
    pairs = torch.stack([
        overlap(hub.tags[children], hub.tags[candidates]), overlap(hub.names[children], hub.names[candidates]),
        (hub.owners[children][:, None] == hub.owners[candidates]).float(), days.log1p() / 10], 2)
    logits = unit(fused[child] @ network.child) @ unit(fused[candidate] @ network.parent).T * network.scale(1)
    logarithms = (logits + pairs @ network.pair + younger * OUT).log_softmax(1)
    return -((logarithms * declared).sum(1) / declared.sum(1)).mean()


class Training:
    def __init__(self, hub):
        self.hub, self.batch = hub, min(hub.rows, 512 if hub.rows >= 50_000 else 256)
        self.share = min(0.1, sum((count / hub.rows) ** 2 for count in torch.bincount(hub.families).tolist()))
        self.order = torch.empty(0, dtype=torch.long)

    def rows(self):
        """Half by turn, their parents, candidates for these, and pairs of a label."""
        half = math.ceil(self.batch / 2)
        if len(self.order) < half:
            self.order = torch.randperm(self.hub.rows)
        turn, self.order = self.order[:half], self.order[half:]
        parents = self.hub.parents[turn]
        near = torch.randint(0, self.hub.rows // KINDS, (32,)) * KINDS
        drawn = near + self.hub.families[turn[torch.randint(0, half, (32,))]]
        chosen = dict.fromkeys(torch.cat([turn, parents[parents >= 0]])[:self.batch - 32].tolist())
        chosen.update(dict.fromkeys(drawn.tolist()))
        tries = 0
        while len(chosen) < self.batch - 1 and tries < self.batch:
            task = int(torch.randint(0, len(CLASSES), ()))
            members = self.hub.members[task][int(torch.randint(0, CLASSES[task], ()))]
            chosen.update(dict.fromkeys(members[torch.randint(0, len(members), (2,))].tolist()))
            tries += 1
        while len(chosen) < self.batch:
            chosen[int(torch.randint(0, self.hub.rows, ()))] = None
        rows = torch.tensor(list(chosen))
        return rows, torch.isin(rows, drawn)

    def hide(self, present):
        """Hides views with a probability of 0.2 as long as two stay."""
        present = present.clone()
        for view in torch.randperm(len(VIEWS)).tolist():
            present[:, view] &= ~((torch.rand(len(present)) < 0.2) & (present.sum(1) > 2))
        return present

    def loss(self, network):
        rows, drawn = self.rows()
        present = self.hide(self.hub.presence[rows])
        vectors, weighted = network(self.hub, rows, present)
        fused = unit(weighted.sum(1))
        loss = hub_loss(vectors, weighted, present, self.hub.banned(rows), network.scale(0), self.share)
        for task, labels in enumerate(self.hub.labels):
            loss = loss + 0.5 / len(CLASSES) * label_loss(
                unit(network.tasks[task](fused)), labels[rows], network.scale(2 + task))
        return loss + 0.5 * link_loss(network, self.hub, rows, drawn, fused)

    def train(self, epochs):
        network = Network()
        tables = [table.weight for table in network.tables.values()]
        dense = [weight for name, weight in network.named_parameters() if not name.startswith("tables")]
        decayed = [weight for weight in dense if weight.dim() > 1]
        optimizers = [torch.optim.AdamW([{"params": decayed, "weight_decay": 1e-4},
                                         {"params": [w for w in dense if w.dim() < 2], "weight_decay": 0}], 2e-3),
                      torch.optim.Adagrad(tables, 0.05)]
        steps = math.ceil(self.hub.rows / self.batch)
        warm = math.ceil(0.05 * epochs * steps)
        start = time.perf_counter()
        losses = []
        for step in range(epochs * steps):
            progress = max(0, step - warm) / max(1, epochs * steps - warm)
            rate = 2e-3 * (step + 1) / warm if step < warm else 1e-5 + 1.99e-3 * (1 + math.cos(math.pi * progress)) / 2
            for group in optimizers[0].param_groups:
                group["lr"] = rate
            loss = self.loss(network)
            for optimizer in optimizers:
                optimizer.zero_grad()
            loss.backward()
            if not math.isfinite(nn.utils.clip_grad_norm_(dense, 1.0).item()):
                raise ArithmeticError("the training diverged")
            for optimizer in optimizers:
                optimizer.step()
            losses.append(loss.item())
        return {"steps": len(losses), "seconds": time.perf_counter() - start,
                "loss": sum(losses[-steps:]) / steps, "weights": sum(w.numel() for w in network.parameters())}


print(json.dumps({"ready": True}), flush=True)
hub = None
for line in sys.stdin:
    _, rows, epochs = line.split()
    if hub is None or hub.rows != int(rows):
        hub = Hub(int(rows))
    print(json.dumps(Training(hub).train(int(epochs))), flush=True)
