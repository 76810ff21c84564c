"""The weights of a model folder, read from its ONNX file by hand: neither machine need have ONNX."""
import os


def fields(data):
    """The fields of a protocol buffer message: number and value, whole numbers or bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        size = varint() if key & 7 == 2 else {1: 8, 5: 4}[key & 7]
        yield key >> 3, data[at:at + size]
        at += size


def tensors(folder):
    """Of each constant its name, type as ONNX counts them, shape, and file, offset and length of its values."""
    graph_path = os.path.join(folder, "encoder.onnx")
    with open(graph_path, "rb") as file:
        model = file.read()
    graph = next(value for number, value in fields(model) if number == 7)
    for number, tensor in fields(graph):
        if number != 5:
            continue
        name, kind, shape, raw, external = None, 0, [], None, {}
        for part, value in fields(tensor):
            if part == 1:
                shape += [value] if isinstance(value, int) else list(varints(value))
            elif part == 2:
                kind = value
            elif part == 8:
                name = value.decode()
            elif part == 9:
                raw = value
            elif part == 13:
                entry = {key: text.decode() for key, text in fields(value)}
                external[entry[1]] = entry[2]
        if external:
            path = os.path.join(folder, external["location"])
            yield name, kind, shape, (path, int(external.get("offset", 0)), int(external["length"]))
        elif raw is not None:
            yield name, kind, shape, raw


def varints(data):
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0
