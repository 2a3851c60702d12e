// node duckdb_claims.mjs FILE.csv OUT.csv [threads]: the work of bench_claims done by DuckDB
// (npm install @duckdb/node-api). Prints one JSON object; its CPU time leaves out the start of
// Node and DuckDB.
import { DuckDBInstance } from '@duckdb/node-api';

const [, , file, out, threads = '1'] = process.argv;
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
const cpu = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const stages = {};
const begin = { cpu: cpu(), wall: performance.now() };

async function stage(name, sql) {
  const before = { cpu: cpu(), wall: performance.now() };
  await connection.run(sql);
  stages[name] = { wall_s: (performance.now() - before.wall) / 1e3, cpu_s: cpu() - before.cpu };
}

await stage('load', `
  CREATE TABLE claims AS FROM read_csv('${file}', header = false, columns = {
    id: 'BIGINT', subject: 'VARCHAR', predicate: 'VARCHAR', kind: 'VARCHAR', num: 'DOUBLE',
    txt: 'VARCHAR', source: 'VARCHAR', doc: 'VARCHAR', off: 'BIGINT'})`);
await stage('groups', `
  CREATE TEMP TABLE conflicted AS
  SELECT subject, predicate FROM claims GROUP BY subject, predicate
  HAVING CASE any_value(kind)
    WHEN 'n' THEN max(num) - min(num) > 0.01 * greatest(abs(max(num)), abs(min(num)))
    WHEN 'd' THEN max(num) <> min(num)
    ELSE max(txt) <> min(txt) END`);
await stage('provenance', `
  COPY (SELECT claims.* FROM claims JOIN conflicted USING (subject, predicate))
  TO '${out}' (HEADER false)`);
console.log(JSON.stringify({
  stages, cpu_s: cpu() - begin.cpu, wall_s: (performance.now() - begin.wall) / 1e3,
  peak_resident_bytes: process.resourceUsage().maxRSS * 1024,
}));
