// node duckdb_load.mjs FILE.jsonl [threads]: DuckDB reads JSON Lines of claims into a table
// (npm install @duckdb/node-api). Prints one JSON object; its CPU time leaves out the start of
// Node and DuckDB.
import { DuckDBInstance } from '@duckdb/node-api';

const [, , file, threads = '1'] = process.argv;
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
const cpu = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const begin = { cpu: cpu(), wall: performance.now() };
await connection.run(`CREATE TABLE claims AS FROM read_ndjson('${file}')`);
const end = { cpu: cpu(), wall: performance.now() };
const rows = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM claims')).getRows()[0][0];
console.log(JSON.stringify({
  claims: rows, cpu_s: end.cpu - begin.cpu, wall_s: (end.wall - begin.wall) / 1e3,
  peak_resident_bytes: process.resourceUsage().maxRSS * 1024,
}));
