/** For paper first: A4, page numbers, heads that repeat, nothing that needs color; on a screen the same sheet. */
export const DOSSIER_STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }
.dossier { font: 10pt/1.45 "IBM Plex Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d1718; background: #fff; max-width: 178mm; margin: 0 auto; padding: 8mm 0; font-variant-numeric: tabular-nums; text-autospace: normal; }
.dossier h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; }
.dossier h2 { font-size: 12pt; margin: 7mm 0 2mm; padding-top: 1.5mm; border-top: 0.4mm solid #1d1718; break-after: avoid; }
.dossier h3 { font-size: 10pt; margin: 4mm 0 1mm; break-after: avoid; }
.dossier p { margin: 1mm 0; orphans: 3; widows: 3; }
.dossier .note { color: #555; font-size: 8.5pt; }
.dossier .strong { font-weight: 600; break-after: avoid; }
.dossier .hero { font-size: 22pt; line-height: 1.2; font-weight: 500; margin: 3mm 0 0; }
.dossier .said { white-space: pre-wrap; overflow-wrap: anywhere; }
.dossier table { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; font-size: 9pt; }
.dossier thead { display: table-header-group; }
.dossier tfoot { display: table-row-group; font-weight: 600; }
.dossier tr, .dossier .whole { break-inside: avoid; }
.dossier th { text-align: left; font-weight: 400; color: #555; font-size: 8.5pt; border-bottom: 0.2mm solid #888; padding: 0.8mm 2mm 0.8mm 0; vertical-align: bottom; }
.dossier td { border-bottom: 0.1mm solid #ccc; padding: 0.9mm 2mm 0.9mm 0; vertical-align: top; overflow-wrap: anywhere; }
.dossier tfoot td { border-bottom: 0; border-top: 0.3mm solid #1d1718; }
.dossier .number { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 2mm; overflow-wrap: normal; }
.dossier td p:first-child { margin-top: 0; } .dossier td p:last-child { margin-bottom: 0; }
.dossier .number + :is(td, th) { padding-left: 4mm; }
.dossier tfoot tr, .dossier tbody tr:last-child { break-before: avoid; }
.dossier .narrow { width: 1%; white-space: nowrap; overflow-wrap: normal; }
.dossier .mono { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 7.5pt; }
.dossier .depth1 { padding-left: 4mm; } .dossier .depth2 { padding-left: 8mm; } .dossier .depth3 { padding-left: 12mm; } .dossier .depth4 { padding-left: 16mm; }
.dossier section:last-child { break-inside: avoid; }
.dossier ul { margin: 1mm 0; padding-left: 5mm; }
`
