/** A CSV text in which no cell becomes a formula in a spreadsheet; numbers stay numbers. */
export function inert(csv: string): string {
  return csv.replace(/"(?:[^"]|"")*"|[^,\r\n]+/g, (cell) => {
    const formula = /^"?[=+\-@\t]/.test(cell) && Number.isNaN(Number(cell));
    return formula ? cell.replace(/^"?/, "$&'") : cell;
  });
}
