/**
 * The look of the patient pages: the console's own colours and type, written once more because no part of the console is
 * loaded here. Targets of 48 px and more, 16 px text, light and dark, no font or picture from anywhere.
 */
export const STYLE = `
:root{color-scheme:light dark;--canvas:#fff;--surface:#fff;--sunken:#eaeeec;--line:#dce2df;--line2:#7d8986;--ink:#15201e;--ink2:#42504c;--accent:#0b6470;--hover:#084c55;--on:#fff;--late:#ae2217;--lateSoft:#fbe9e7;--due:#8a4b00;--ok:#1d6a40}
@media(prefers-color-scheme:dark){:root{--canvas:#0e1414;--surface:#161d1e;--sunken:#0a0f10;--line:#2a3535;--line2:#74827f;--ink:#e7edeb;--ink2:#b3bfbc;--accent:#66c6d0;--hover:#8ad6de;--on:#04262b;--late:#ff9a8f;--lateSoft:#3a1815;--due:#f0b765;--ok:#7ed0a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:16px/24px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;min-height:100vh;display:flex;flex-direction:column}
header,footer{display:flex;gap:16px;justify-content:space-between;padding:16px 24px;border-bottom:1px solid var(--line)}
footer{border:0;border-top:1px solid var(--line);margin-top:auto;color:var(--ink2);font-size:14px}
header strong{font-weight:600}
main{width:100%;max-width:560px;margin:0 auto;padding:24px}
.other{position:absolute;top:6px;right:16px;margin:0}
.other button{width:auto;min-height:44px;margin:0;padding:0 8px;border:0;background:none;color:var(--accent);font-weight:400;text-decoration:underline;text-underline-offset:3px}
a{color:var(--accent);text-underline-offset:3px}
h1{font-size:24px;line-height:32px;font-weight:650;margin:16px 0 8px}
p{margin:0 0 12px}
.second{color:var(--ink2)}
.bars{display:grid;grid-auto-flow:column;gap:6px;margin:0 0 8px;padding:0;list-style:none}
.bars li{height:5px;border-radius:3px;background:var(--line)}
.bars .done{background:var(--accent)}
label,legend{display:block;font-weight:550;margin:16px 0 6px;padding:0}
fieldset{border:0;margin:0;padding:0}
input,select{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--line2);border-radius:8px;min-height:52px;padding:0 12px;width:100%}
input.code{font-size:24px;letter-spacing:.14em;font-weight:600;text-transform:uppercase;font-variant-numeric:tabular-nums}
.date{display:grid;grid-template-columns:1.4fr .8fr 1fr;gap:8px}
.date label{font-weight:400;font-size:14px;margin:0 0 4px;color:var(--ink2)}
.tick{display:grid;grid-template-columns:32px 1fr;gap:8px;align-items:start;font-weight:400;min-height:48px;padding-top:8px}
.tick input{width:28px;min-height:28px;accent-color:var(--accent)}
button{font:inherit;font-weight:600;width:100%;min-height:52px;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--on);margin-top:16px;cursor:pointer}
button:hover{background:var(--hover)}
button.quiet{background:transparent;color:var(--ink);border-color:var(--line2)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note,details,.refusal{border-radius:8px;padding:12px 16px;margin:16px 0;background:var(--sunken)}
.refusal{background:var(--lateSoft);border-left:4px solid var(--late)}
.refusal strong{display:block}
[hidden]{display:none}
.waits{position:sticky;bottom:12px}
.wait{border-radius:8px;padding:12px 16px;margin:16px 0;background:var(--surface);border:1px solid var(--due);border-left-width:4px}
.due{color:var(--due)}
details{border:1px solid var(--line)}
summary{cursor:pointer;color:var(--accent);min-height:24px}
ul,ol{padding-left:20px;margin:8px 0}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--surface);padding:8px}
`
