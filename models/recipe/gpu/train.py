#!/usr/bin/env python3
"""Trains an encoder on a graphics card: what `aligner finetune` does, for what `aligner model pack` wrote.

    train.py START PARTS.npz... --out FOLDER [--layers 6] [--minutes 8] [--resume FOLDER]

START is a model folder of the tool, with 8-bit or 32-bit weights, of the same vocabulary. The shape may have more
layers than it: what a new layer adds is nothing at first. FOLDER gets weights-NN.bin, 16-bit floats in files of at most
15 MB, and weights.json, which `unpack.py` makes a model folder of; with them, training goes on by --resume.
Needs PyTorch and NumPy, and nothing else.
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

from modelfile import tensors

SCALE_UNIT = 20.0
PART_BYTES = 15_000_000


def read_model(folder):
    """Weights of a model folder by their names in our graphs, as 32-bit arrays, and its manifest."""
    with open(os.path.join(folder, "aligner-model.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    types = {1: "<f4", 3: "i1", 10: "<f2"}
    raw = {}
    for name, kind, shape, place in tensors(folder):
        if kind not in types:
            continue
        if isinstance(place, tuple):
            values = np.fromfile(place[0], types[kind], int(np.prod(shape)), offset=place[1])
        else:
            values = np.frombuffer(place, types[kind])
        raw[name] = values.reshape(shape)
    weights = {name: values for name, values in raw.items() if values.dtype == np.float32}
    for name, values in raw.items():
        if name.endswith("/int8") and name[:-4] + "scale" in raw:
            weights[name[:-5]] = values.astype(np.float32) * raw[name[:-4] + "scale"]
        elif name.endswith("/float16"):
            weights[name[:-8]] = values.astype(np.float32)
    return weights, manifest


class Encoder(torch.nn.Module):
    """The graph that EncoderGraph.cs writes: BERT (Devlin et al. 2019) with narrow heads and no token types."""

    def __init__(self, shape, scale, null):
        super().__init__()
        self.shape = shape
        hidden, inner = shape["hidden_size"], shape["intermediate_size"]
        width = shape.get("embedding_size") or hidden
        attention = shape["heads"] * (shape.get("head_size") or hidden // shape["heads"])
        self.tensors = torch.nn.ParameterDict()
        self.sizes = {}

        def add(name, *size, kind="matrix"):
            value = torch.zeros(*size)
            if kind == "matrix":
                torch.nn.init.trunc_normal_(value, std=0.02, a=-0.04, b=0.04)
            elif kind == "ones":
                value.fill_(1)
            self.sizes[name] = size
            self.tensors[name.replace("/", "|")] = torch.nn.Parameter(value)

        def linear(name, inputs, outputs, branch=False):
            add(name + "/weight", inputs, outputs, kind="zeros" if branch else "matrix")
            add(name + "/bias", outputs, kind="zeros")

        def norm(name, size):
            add(name + "/weight", size, kind="ones")
            add(name + "/bias", size, kind="zeros")

        add("embeddings/words", shape["vocabulary_size"], width)
        add("embeddings/positions", shape["max_length"], width)
        norm("embeddings/norm", width)
        if shape.get("embedding_size"):
            linear("embeddings/projection", width, hidden)
        for layer in range(shape["layers"]):
            part = f"layers/{layer}/"
            linear(part + "query", hidden, attention)
            linear(part + "key", hidden, attention)
            linear(part + "value", hidden, attention)
            linear(part + "attention", attention, hidden, branch=True)
            norm(part + "attention_norm", hidden)
            linear(part + "intermediate", hidden, inner)
            linear(part + "output", inner, hidden, branch=True)
            norm(part + "output_norm", hidden)
        self.scale = torch.nn.Parameter(torch.tensor(scale / SCALE_UNIT))
        self.null = torch.nn.Parameter(torch.tensor(float(null)))

    def __getitem__(self, name):
        return self.tensors[name.replace("/", "|")]

    def take(self, weights):
        """Copies the weights that fit; gives the names of those that were not there."""
        missing = []
        for name, size in self.sizes.items():
            if name in weights and tuple(weights[name].shape) == tuple(size):
                self[name].data.copy_(torch.from_numpy(np.ascontiguousarray(weights[name], dtype=np.float32)))
            else:
                missing.append(name)
        return missing

    def linear(self, name, x):
        return F.linear(x, self[name + "/weight"].t(), self[name + "/bias"])

    def norm(self, name, x):
        weight, bias = self[name + "/weight"], self[name + "/bias"]
        return F.layer_norm(x, weight.shape, weight, bias, self.shape.get("layer_norm_epsilon", 1e-12))

    def forward(self, ids, mask):
        """ids and mask [rows, length], mask true for pieces; the hidden states of the last layer."""
        rows, length = ids.shape
        heads = self.shape["heads"]
        x = F.embedding(ids, self["embeddings/words"]) + self["embeddings/positions"][:length]
        x = self.norm("embeddings/norm", x)
        if self.shape.get("embedding_size"):
            x = self.linear("embeddings/projection", x)
        gelu = {"gelu": F.gelu, "gelu_new": lambda v: F.gelu(v, approximate="tanh"), "relu": F.relu}[
            self.shape.get("activation", "gelu")]
        wide = mask[:, None, None, :]
        for layer in range(self.shape["layers"]):
            part = f"layers/{layer}/"
            query, key, value = (
                self.linear(part + name, x).view(rows, length, heads, -1).transpose(1, 2)
                for name in ("query", "key", "value"))
            context = attention(query, key, value, wide).transpose(1, 2).reshape(rows, length, -1)
            x = self.norm(part + "attention_norm", self.linear(part + "attention", context) + x)
            inner = gelu(self.linear(part + "intermediate", x))
            x = self.norm(part + "output_norm", self.linear(part + "output", inner) + x)
        return x


def attention(query, key, value, mask):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
    return scores.masked_fill(~mask, -1e9).softmax(-1) @ value


class Pairs:
    """All pairs of some parts, on the device, flat."""

    def __init__(self, parts, device):
        columns = [np.load(part) for part in parts]

        def all_of(name, dtype):
            return np.concatenate([column[name] for column in columns]).astype(dtype)

        self.draws = all_of("draws", np.float64)
        self.source_pieces, self.target_pieces = all_of("source_pieces", np.int64), all_of("target_pieces", np.int64)
        self.source_words, self.target_words = all_of("source_words", np.int64), all_of("target_words", np.int64)
        self.links = all_of("links", np.int64)
        ids = all_of("ids_low", np.int32) | (all_of("ids_high", np.int32) << 16)
        steps = all_of("steps", np.int16)

        # The word of each piece: the sum of steps since the start of its side, none counting as 0, less 1.
        sides = np.stack([self.source_pieces, self.target_pieces], 1).reshape(-1)
        starts = np.concatenate([[0], np.cumsum(sides)])
        none = steps == 255
        total = np.cumsum(np.where(none, 0, steps).astype(np.int64))
        before = np.concatenate([[0], total])[starts[:-1]]
        words = total - np.repeat(before, sides) - 1
        words[none] = -1
        self.source_start, self.target_start = starts[0:-1:2], starts[1::2]
        self.link_start = np.concatenate([[0], np.cumsum(self.links)])[:-1]
        self.ids = torch.from_numpy(ids).to(device)
        self.words = torch.from_numpy(words.astype(np.int16)).to(device)
        self.link_source = torch.from_numpy(all_of("link_source", np.int16)).to(device)
        self.link_target = torch.from_numpy(all_of("link_target", np.int16)).to(device)
        self.link_probability = torch.from_numpy(all_of("link_probability", np.uint8)).to(device)
        self.device = device

    def __len__(self):
        return len(self.draws)

    def batches(self, positions, rng, pool=65536):
        """Batches of pairs of similar length, for ever, drawn as often as they were packed."""
        chance = self.draws / self.draws.sum()
        while True:
            drawn = rng.choice(len(self), size=min(pool, len(self) * 4), p=chance)
            long, short = (
                f(self.source_pieces[drawn], self.target_pieces[drawn]) for f in (np.maximum, np.minimum))
            drawn = drawn[np.lexsort((short, long))]
            cuts, first, source, target = [], 0, 0, 0
            for i, pair in enumerate(drawn):
                source, target = max(source, self.source_pieces[pair]), max(target, self.target_pieces[pair])
                if i > first and (i + 1 - first) * (source + target) > positions:
                    cuts.append(drawn[first:i])
                    first, source, target = i, self.source_pieces[pair], self.target_pieces[pair]
            cuts.append(drawn[first:])
            rng.shuffle(cuts)
            yield from cuts

    def side(self, pairs, start, pieces, words, pad):
        """ids, mask and words [rows, length] of one side, and the numbers of words."""
        length = int(pieces[pairs].max())
        begin = torch.from_numpy(start[pairs]).to(self.device, non_blocking=True)
        sizes = torch.from_numpy(pieces[pairs]).to(self.device, non_blocking=True)
        counts = torch.from_numpy(words[pairs]).to(self.device, non_blocking=True)
        place = torch.arange(length, device=self.device)
        mask = place < sizes[:, None]
        flat = begin[:, None] + torch.where(mask, place, 0)
        ids = torch.where(mask, self.ids[flat].long(), pad)
        word = torch.where(mask, self.words[flat].long(), -1)
        return ids, mask, word, counts, int(words[pairs].max())

    def taught(self, pairs, source_words, target_words):
        """The probabilities of links, [rows, source words, target words]."""
        sizes = self.links[pairs]
        row = np.repeat(np.arange(len(pairs)), sizes)
        flat = np.repeat(self.link_start[pairs] - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(
            sizes.sum())
        row, flat = (torch.from_numpy(x).to(self.device, non_blocking=True) for x in (row, flat))
        links = torch.zeros(len(pairs), source_words, target_words, device=self.device)
        links[row, self.link_source[flat].long(), self.link_target[flat].long()] = (
            self.link_probability[flat].float() / 255)
        return links


def word_vectors(hidden, words, count):
    """Unit vectors of words, each the mean of its pieces, [rows, words, width]."""
    rows, _, width = hidden.shape
    index = torch.where(words >= 0, words, count)
    sums = torch.zeros(rows, count + 1, width, device=hidden.device)
    sums.scatter_add_(1, index[..., None].expand(-1, -1, width), hidden.float())
    pieces = torch.zeros(rows, count + 1, device=hidden.device)
    pieces.scatter_add_(1, index, torch.ones_like(index, dtype=torch.float32))
    mean = sums[:, :count] / pieces[:, :count, None].clamp(min=1)
    return mean / torch.sqrt((mean * mean).sum(-1, keepdim=True) + 1e-6)


def loss_of(model, pairs, batch, pad, autocast):
    """The cross-entropy of AlignmentObjective.cs: links over rows and columns, a null word for what has none."""
    source = pairs.side(batch, pairs.source_start, pairs.source_pieces, pairs.source_words, pad)
    target = pairs.side(batch, pairs.target_start, pairs.target_pieces, pairs.target_words, pad)
    with autocast():
        source_hidden, target_hidden = model(*source[:2]), model(*target[:2])
    left = word_vectors(source_hidden, source[2], source[4])
    right = word_vectors(target_hidden, target[2], target[4])
    scale = model.scale * SCALE_UNIT
    scores = left @ right.transpose(1, 2) * scale
    missing = (model.null * scale).expand(len(batch), 1, 1)
    is_source = torch.arange(source[4], device=scores.device) < source[3][:, None]
    is_target = torch.arange(target[4], device=scores.device) < target[3][:, None]
    links = pairs.taught(batch, source[4], target[4])
    total = 0
    for axis, own, other in ((2, is_source, is_target), (1, is_target, is_source)):
        masked = scores.masked_fill(~other.unsqueeze(3 - axis), -1e9)
        size = list(scores.shape)
        size[axis] = 1
        logs = torch.cat([masked, missing.expand(size)], axis).log_softmax(axis)
        sums = links.sum(axis, keepdim=True)
        goal = torch.cat([links / sums.clamp(min=1), (1 - sums).clamp(min=0)], axis)
        entropy = -(goal * logs).sum(axis)
        total = total + (entropy * own).sum() / own.sum()
    return total / 2


def save(model, folder, manifest, steps):
    """Writes the weights in parts, with where each lies."""
    os.makedirs(folder, exist_ok=True)
    index, data = [], bytearray()
    for name, size in model.sizes.items():
        values = model[name].detach().float().cpu().numpy().astype("<f2")
        index.append({"name": name, "shape": list(size), "offset": len(data)})
        data += values.tobytes()
    files = []
    for part, start in enumerate(range(0, len(data), PART_BYTES)):
        files.append(f"weights-{part:02}.bin")
        with open(os.path.join(folder, files[-1]), "wb") as file:
            file.write(data[start:start + PART_BYTES])
    json.dump(
        {"shape": model.shape, "scale": float(model.scale) * SCALE_UNIT, "null": float(model.null), "steps": steps,
         "files": files, "weights": index},
        open(os.path.join(folder, "weights.json"), "w", encoding="utf-8"), indent=1)


def load(model, folder):
    """Takes what save wrote; gives the steps."""
    meta = json.load(open(os.path.join(folder, "weights.json"), encoding="utf-8"))
    data = b"".join(open(os.path.join(folder, name), "rb").read() for name in meta["files"])
    weights = {
        entry["name"]: np.frombuffer(data, "<f2", int(np.prod(entry["shape"])), entry["offset"])
        .reshape(entry["shape"]).astype(np.float32) for entry in meta["weights"]}
    model.take(weights)
    model.scale.data.fill_(meta["scale"] / SCALE_UNIT)
    model.null.data.fill_(meta["null"])
    return meta["steps"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start")
    parser.add_argument("parts", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--resume", help="a folder that an earlier run wrote")
    parser.add_argument("--layers", type=int, help="of the encoder; those of START if absent")
    parser.add_argument("--minutes", type=float, default=8, help="when to be done, loading included")
    parser.add_argument("--steps", type=int, help="end after so many, whatever the time")
    parser.add_argument("--batch", type=int, default=65536, help="positions of a batch, padding included")
    parser.add_argument("--rate", type=float, default=2e-3, help="the highest learning rate")
    parser.add_argument("--warm-up", type=float, default=0.05, help="share of the time until it is reached")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    began = time.monotonic()
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")

    weights, manifest = read_model(options.start)
    shape = dict(manifest["encoder"])
    shape["layers"] = options.layers or shape["layers"]
    links = manifest["links"]
    model = Encoder(shape, scale=0.5 / links["temperature"], null=2 * links["null_similarity"] - 1)
    missing = model.take(weights)
    print(f"{len(model.sizes) - len(missing)} of {len(model.sizes)} weights are those of {options.start}", flush=True)
    steps = load(model, options.resume) if options.resume else 0
    model.to(options.device)
    pairs = Pairs(options.parts, options.device)
    print(f"{len(pairs)} pairs, {len(pairs.ids)} pieces, loaded in {time.monotonic() - began:.0f} s", flush=True)

    decayed = [p for n, p in model.named_parameters() if p.dim() > 1]
    rest = [p for n, p in model.named_parameters() if p.dim() <= 1]
    extra = {"fused": True} if options.device == "cuda" else {}
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}],
        lr=options.rate, betas=(0.9, 0.999), eps=1e-8, **extra)
    kind = options.device.split(":")[0]

    def autocast():
        return torch.autocast(kind, dtype=torch.bfloat16, enabled=kind == "cuda")

    limit = options.minutes * 60
    pad = shape.get("pad_id", 0)
    start, taken, losses, positions = time.monotonic(), 0, [], 0
    for batch in pairs.batches(options.batch, np.random.default_rng(options.seed + steps)):
        # The share of the time that has gone by, or of the steps, is where the schedule stands.
        done = taken / options.steps if options.steps else (time.monotonic() - began) / limit
        if done >= 1:
            break
        rate = options.rate * min(1, done / options.warm_up, (1 - done) / (1 - options.warm_up))
        for group in optimizer.param_groups:
            group["lr"] = max(rate, options.rate * 1e-3)
        loss = loss_of(model, pairs, batch, pad, autocast)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        taken += 1
        losses.append(loss.detach())
        positions += int((pairs.source_pieces[batch] + pairs.target_pieces[batch]).sum())
        if taken in (1, 20) or taken % 200 == 0:
            mean = torch.stack(losses).mean().item()
            print(f"step {steps + taken}: loss {mean:.4f}, {positions / (time.monotonic() - start):.0f} pieces/s, "
                  f"rate {rate:.2g}, {time.monotonic() - began:.0f} s", flush=True)
            losses = []
        if taken % 2000 == 0:
            save(model, options.out, manifest, steps + taken)
    save(model, options.out, manifest, steps + taken)
    print(f"{taken} steps, {positions} pieces in {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
