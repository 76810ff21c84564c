#!/usr/bin/env python3
"""Makes a model folder of what `train.py` wrote.

    unpack.py WEIGHTS TEMPLATE OUT

WEIGHTS is the folder with weights.json; TEMPLATE a model folder of the tool with 32-bit weights, of the same shape, as
`aligner finetune --from-scratch` writes at its first step; OUT gets its files with the new weights. Needs Python alone.
"""
import array
import hashlib
import json
import os
import shutil
import struct
import sys

from modelfile import tensors


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    weights, template, out = sys.argv[1:]
    meta = json.load(open(os.path.join(weights, "weights.json"), encoding="utf-8"))
    halves = b"".join(open(os.path.join(weights, name), "rb").read() for name in meta["files"])
    shutil.copytree(template, out, dirs_exist_ok=True)
    where = {name: place[1:] for name, _, _, place in tensors(template) if isinstance(place, tuple)}
    data_path = os.path.join(out, "encoder.onnx.data")
    data = bytearray(open(data_path, "rb").read())
    for entry in meta["weights"]:
        count = 1
        for size in entry["shape"]:
            count *= size
        offset, length = where.pop(entry["name"])
        if length != 4 * count:
            sys.exit(f"{entry['name']}: {count} weights do not fit into {length} bytes of {template}")
        numbers = array.array("f", struct.unpack_from(f"<{count}e", halves, entry["offset"]))
        if sys.byteorder == "big":
            numbers.byteswap()
        data[offset:offset + length] = numbers.tobytes()
    if where:
        sys.exit(f"{template} has weights that {weights} lacks: {', '.join(sorted(where))}")
    open(data_path, "wb").write(data)
    path = os.path.join(out, "aligner-model.json")
    manifest = json.load(open(path, encoding="utf-8"))
    manifest["links"]["temperature"] = 0.5 / meta["scale"]
    manifest["links"]["null_similarity"] = min(max((meta["null"] + 1) / 2, 0), 1)
    for name, file in manifest["files"].items():
        file["sha256"] = hashlib.sha256(open(os.path.join(out, name), "rb").read()).hexdigest()
        file["bytes"] = os.path.getsize(os.path.join(out, name))
    json.dump(manifest, open(path, "w", encoding="utf-8"), indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main()
