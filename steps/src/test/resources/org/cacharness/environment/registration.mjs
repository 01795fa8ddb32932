// One registration for each line of the standard input; answers with the milliseconds of its parts.
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [, , executablePath, keyFile, passphrase, ...args] = process.argv;
const pfx = readFileSync(keyFile);
const browser = await chromium.launch({
    executablePath,
    args,
});

async function register(job) {
    const begun = performance.now();
    const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        clientCertificates: job.origins.map(origin => ({ origin, pfx, passphrase })),
    });
    const page = await context.newPage();
    const opened = performance.now();
    await page.goto(job.address);
    await page.getByRole('link', { name: 'Log in with username and password' }).click();
    await page.getByRole('textbox', { name: 'Username', exact: true }).fill(job.username);
    await page.getByLabel('Password', { exact: true }).fill(job.password);
    await page.getByRole('button', { name: 'Log In', exact: true }).click();
    await page.locator('summary', { hasText: /^My Account$/ }).click();
    await page.locator('summary', { hasText: /^Login Options$/ }).click();
    await page.getByRole('link', { name: 'CAC-Cert Registration' }).click();
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByLabel('Password', { exact: true }).fill(job.password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'You have registered your CAC', level: 1 }).waitFor();
    const confirmed = performance.now();
    await context.close();
    return { open: opened - begun, pages: confirmed - opened, close: performance.now() - confirmed };
}

for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await register(JSON.parse(line))));
}
await browser.close();
