global using Shouldly;
global using Xunit;

// The Bicep of the package, sh and az's stand-in are Linux programs.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
