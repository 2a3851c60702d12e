// node validate_sarif.cjs FILE: against the OASIS schema, which is draft-04 and which
// GAINSAY_SARIF_SCHEMA names. Exits with 77 (skipped) without it, or without npm's
// ajv-draft-04 and ajv-formats (NODE_PATH).
const fs = require('fs');
let Ajv, addFormats;
try {
  Ajv = require('ajv-draft-04');
  addFormats = require('ajv-formats');
  fs.accessSync(process.env.GAINSAY_SARIF_SCHEMA || '(GAINSAY_SARIF_SCHEMA is not set)');
} catch (error) {
  console.log('SKIPPED: ' + error.message.split('\n')[0]);
  process.exit(77);
}
const ajv = new Ajv({strict: false, allErrors: true});
addFormats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(process.env.GAINSAY_SARIF_SCHEMA, 'utf8')));
const sarif = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const good = validate(sarif);
if (!good) console.error(JSON.stringify(validate.errors.slice(0, 5), null, 1));
// Links in messages name related locations that exist.
for (const result of sarif.runs[0].results) {
  const ids = new Set(result.relatedLocations.map((location) => String(location.id)));
  for (const [, id] of result.message.text.matchAll(/(?<!\\)\]\((\d+)\)/g))
    if (!ids.has(id)) throw new Error(result.message.text + ': no location ' + id);
}
console.log(sarif.runs[0].results.length + ' results, ' + (good ? 'valid' : 'INVALID'));
process.exit(good ? 0 : 1);
