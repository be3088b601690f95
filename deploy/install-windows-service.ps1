#Requires -RunAsAdministrator
#Requires -Version 5.1
<#
.SYNOPSIS
    Installs the published PartnerOffice as a Windows service with an account of its own.
.DESCRIPTION
    The account is the virtual one of the service (NT SERVICE\PartnerOffice): it has no password and no rights but those given here. The key of
    the service lies in the data directory, in the file "key". It is not put into the service's environment: Windows keeps that in the registry, where
    every user of the machine may read it. docs/betrieb.md tells the rest.
.EXAMPLE
    .\install-windows-service.ps1 -Program 'C:\Program Files\PartnerOffice' -Data C:\PartnerOffice\Daten -Settings C:\PartnerOffice\Einrichtung
#>
[CmdletBinding()]
param(
    # The folder of "dotnet publish".
    [Parameter(Mandatory)] [string] $Program,

    # The service's folder; made if it is not there.
    [Parameter(Mandatory)] [string] $Data,

    # A folder with the partnership file and the certificate, and nothing else: nobody but the service and administrators can open it afterwards.
    [Parameter(Mandatory)] [string] $Settings,

    [string] $PartnershipFile = 'partnerschaft.json',

    [int] $Port = 5080
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'PartnerOffice'
$account = "NT SERVICE\$name"
$program = (Resolve-Path -LiteralPath $Program).Path
$settings = (Resolve-Path -LiteralPath $Settings).Path
$partnership = Join-Path $settings $PartnershipFile
$exe = Join-Path $program 'partneroffice.exe'
if (-not (Test-Path -LiteralPath $exe)) { throw "There is no partneroffice.exe in $program. Publish first." }
if (-not (Test-Path -LiteralPath $partnership)) { throw "There is no $PartnershipFile in $settings." }
if (Get-Service -Name $name -ErrorAction SilentlyContinue) { throw "The service is installed already. To update, stop it and replace the files in $program." }

function Invoke-Checked([string] $command, [string[]] $arguments) {
    & $command @arguments | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "$command $($arguments[0]) ended with $LASTEXITCODE." }
}

# Only the service and administrators; what the folder inherited goes. By their ids, since their names differ by language.
function Protect-Folder([string] $path, [string] $rights) {
    if ($path -eq [IO.Path]::GetPathRoot($path)) { throw "$path is a whole drive; name a folder of its own." }
    Invoke-Checked icacls.exe @($path, '/inheritance:r', '/grant:r', '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F', "${account}:(OI)(CI)$rights")
}

if (-not (Test-Path -LiteralPath $Data)) { New-Item -ItemType Directory -Path $Data | Out-Null }
$data = (Resolve-Path -LiteralPath $Data).Path

$line = '"{0}" serve --data "{1}" --partnership "{2}" --port {3}' -f $exe, $data, $partnership, $Port
New-Service -Name $name -BinaryPathName $line -DisplayName $name -Description 'Delivers the minutes of two boards.' -StartupType Automatic | Out-Null
Invoke-Checked sc.exe @('config', $name, 'obj=', $account, 'start=', 'delayed-auto')
Invoke-Checked sc.exe @('failure', $name, 'reset=', '86400', 'actions=', 'restart/60000/restart/60000/restart/300000')

Protect-Folder $data 'M'
Protect-Folder $settings 'RX'

# No sandbox; no dump, and nobody attaches. No secret belongs here.
New-ItemProperty -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$name" -Name Environment -PropertyType MultiString -Force -Value @(
    'DOTNET_ENVIRONMENT=Production', 'DOTNET_DbgEnableMiniDump=0', 'DOTNET_EnableDiagnostics=0') | Out-Null

# Windows keeps no memory of it either, whether the service or a verb ends badly.
$excluded = 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting\ExcludedApplications'
if (-not (Test-Path -LiteralPath $excluded)) { New-Item -Path $excluded -Force | Out-Null }
New-ItemProperty -Path $excluded -Name 'partneroffice.exe' -PropertyType DWord -Value 1 -Force | Out-Null

Start-Service -Name $name
Start-Sleep -Seconds 5
Invoke-RestMethod -Uri "http://localhost:$Port/health/ready"
