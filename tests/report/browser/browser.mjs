// A headless browser without a network and with a profile of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const kFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** Runs `work` with a browser context, and closes it whatever happens. */
export async function withBrowser(executablePath, work) {
  const profile = mkdtempSync(join(tmpdir(), 'shudao-browser-'));
  const context = await chromium.launchPersistentContext(profile,
    { executablePath, headless: true, offline: true, viewport: { width: 1024, height: 900 }, args: kFlags });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
