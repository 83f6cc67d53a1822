// A real mail server for a test: prints its port, then each message it gets as one line of JSON.
//   --plain          offers no TLS
//   --key=F --cert=F what it shows for TLS
//   --refuse=451x1   answers the first message with 451, the others with yes
//   --unknown=a@b    there is no such mailbox
//   --hold           takes the first message and never answers
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const option = (name) => process.argv.find((given) => given.startsWith(`--${name}=`))?.split("=")[1];
const [code, times] = (option("refuse") ?? "0x0").split("x").map(Number);
const file = (name) => (option(name) ? { [name]: readFileSync(option(name)) } : {});
let got = 0;

const server = new SMTPServer({
  ...file("key"),
  ...file("cert"),
  authOptional: true,
  disabledCommands: process.argv.includes("--plain") ? ["STARTTLS", "AUTH"] : ["AUTH"],
  onRcptTo({ address }, _session, done) {
    done(address === option("unknown") ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      console.log(JSON.stringify({ to, secure: session.secure, text: Buffer.concat(parts).toString() }));
      got += 1;
      if (process.argv.includes("--hold") && got === 1) return;
      done(got <= times ? Object.assign(new Error("Come back later"), { responseCode: code }) : null);
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
