// What a mail program makes of a message: reads a file, prints it as JSON.
import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";

const mail = await PostalMime.parse(readFileSync(process.argv[2]));
const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
const { subject, from, to, text, html, messageId, date } = mail;
console.log(
  JSON.stringify({
    subject,
    from: from.address,
    to: to.map((one) => one.address),
    text,
    html,
    messageId,
    date,
    headers,
  }),
);
