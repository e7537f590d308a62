<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- The words of Qt's own dialogs that its Danish lacks. `make words` makes qt_da.qm of it. -->
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Mappe:</translation></message>
    <message><source>Files of &amp;type:</source><translation>Fil&amp;type:</translation></message>
</context>
<context>
    <name>QLineEdit</name>
    <message><source>&amp;Redo</source><translation>&amp;Gentag</translation></message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message><source>&amp;Redo</source><translation>&amp;Gentag</translation></message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message><source>My Computer</source><translation>Denne computer</translation></message>
    <message><source>Date Modified</source><translation>Ændret</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Drev</translation></message>
    <message><source>File</source><translation>Fil</translation></message>
    <message><source>%1 File</source><comment>%1 is a file name suffix, for example txt</comment><translation>%1-fil</translation></message>
    <message><source>File Folder</source><comment>Match Windows Explorer</comment><translation>Mappe</translation></message>
    <message><source>File Folder</source><translation>Mappe</translation></message>
    <message><source>Folder</source><comment>All other platforms</comment><translation>Mappe</translation></message>
    <message><source>Folder</source><translation>Mappe</translation></message>
    <message><source>Alias</source><translation>Alias</translation></message>
    <message><source>Shortcut</source><translation>Genvej</translation></message>
    <message><source>Unknown</source><translation>Ukendt</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Double Sided Printing</source><translation>Udskriv på begge sider</translation></message>
    <message><source>Off</source><translation>Nej</translation></message>
    <message><source>Long side binding</source><translation>Vend langs den lange kant</translation></message>
    <message><source>Short side binding</source><translation>Vend langs den korte kant</translation></message>
    <message><source>Page &amp;Set:</source><translation>&amp;Sider:</translation></message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message><source>Centimeters (cm)</source><translation>Centimeter (cm)</translation></message>
    <message><source>Page &amp;order:</source><translation>&amp;Rækkefølge:</translation></message>
    <message><source>Pages &amp;per sheet:</source><translation>Sider &amp;pr. ark:</translation></message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message><source>Scheduled &amp;printing:</source><translation>Udskriv &amp;hvornår:</translation></message>
    <message><source>&amp;Start:</source><translation>&amp;Første side:</translation></message>
    <message><source>&amp;End:</source><translation>&amp;Sidste side:</translation></message>
    <message><source>&amp;Billing information:</source><translation>&amp;Regning:</translation></message>
    <message><source>Job &amp;priority:</source><translation>&amp;Prioritet:</translation></message>
</context>
<context>
    <name>Print Device Input Slot</name>
    <message><source>Automatic</source><translation>Automatisk</translation></message>
</context>
<context>
    <name>Print Device Output Bin</name>
    <message><source>Automatic</source><translation>Automatisk</translation></message>
</context>
</TS>
