// Installs the storage emulator that package-lock.json names, once for each lock file, and prints the path of its table
// program. AZURITE names a folder that has it already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

const tableProgram = folder => join(folder, "node_modules", "azurite", "dist", "src", "table", "main.js");

function installed() {
  if (process.env.AZURITE) return process.env.AZURITE;
  const home = join(here, "..", "..", ".data", "azurite");
  const version = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex").slice(0, 12);
  const folder = join(home, version);
  if (!existsSync(tableProgram(folder))) install(home, folder);
  return folder;
}

// Test projects run side by side: each installs into a folder of its own, and the first to finish gives it its name.
function install(home, folder) {
  console.error("Installing Azurite into .data …");
  mkdirSync(home, { recursive: true });
  const own = mkdtempSync(join(home, "installing-"));
  try {
    for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(here, file), join(own, file));
    npm(["ci", "--prefix", own, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(tableProgram(folder))) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function npm(parameters) {
  const windows = process.platform === "win32";
  const quoted = windows ? parameters.map(p => `"${p}"`) : parameters;
  const { error, status } = spawnSync("npm", quoted, { stdio: ["ignore", 2, 2], shell: windows });
  if (error ?? status) throw error ?? new Error(`npm ci ended with ${status}.`);
}

console.log(tableProgram(installed()));
