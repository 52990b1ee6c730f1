import assert from "node:assert/strict";
import { test } from "node:test";
import { inert } from "../src/csv.ts";

test("no cell of a CSV text is a formula, and numbers stay numbers", () => {
  const text = 'words,n\r\n=1+1,-1.5\r\n"-2, or ""so""",+4\r\n@x,"a,=b"\r\n,\r\n';
  assert.equal(inert(text), 'words,n\r\n\'=1+1,-1.5\r\n"\'-2, or ""so""",+4\r\n\'@x,"a,=b"\r\n,\r\n');
});
