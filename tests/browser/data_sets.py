"""Reads the data sets of a folder with the programs of others, and says what they found as one line of JSON."""

import json
import sys
from pathlib import Path

import csvw
import frictionless
import pyreadstat


def spss(path):
    values, about = pyreadstat.read_sav(path, user_missing=True, output_format="dict")
    present, _ = pyreadstat.read_sav(path, output_format="dict")
    return {
        "rows": about.number_rows,
        "encoding": about.file_encoding,
        "names": about.column_names,
        "labels": about.column_names_to_labels,
        "values": {name: {str(code): label for code, label in labels.items()} for name, labels in about.variable_value_labels.items()},
        "missing": {name: [[str(one["lo"]), str(one["hi"])] for one in ranges] for name, ranges in about.missing_ranges.items()},
        "sets": about.mr_sets,
        "measure": about.variable_measure,
        "notes": about.notes,
        "told": {name: [str(value) for value in column] for name, column in values.items()},
        "present": {name: sum(value is not None for value in column) for name, column in present.items()},
    }


def csv_on_the_web(path):
    table = csvw.CSVW(str(path), validate=True)
    if not table.is_valid:
        return {"valid": False}
    first = table.tables[0]
    return {"valid": True, "rows": sum(1 for _ in first), "columns": len(first.tableSchema.columns)}


def package(path):
    report = frictionless.validate(str(path))
    return {"valid": report.valid, "rows": [task.stats.get("rows") for task in report.tasks], "errors": report.flatten(["type", "message"])[:5]}


folder = Path(sys.argv[1])
json.dump(
    {
        "spss": spss(folder / "answers.sav"),
        "csvw": csv_on_the_web(folder / "answers.csv-metadata.json"),
        "package": package(folder / "package" / "datapackage.json"),
        "archive": package(folder / "package.zip"),
        "spoiled": {
            "csvw": csv_on_the_web(folder / "spoiled.csv-metadata.json")["valid"],
            "package": package(folder / "spoiled" / "datapackage.json")["valid"],
        },
    },
    sys.stdout,
    default=str,
)
